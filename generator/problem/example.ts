import type { Finding } from "./problem.js";

/** Problems of examples. */

/**
 * `meant`: another code of the same answer, where it may be that one misspelt. `isBesideCodes`: of a status-only error whose
 * answer lists codes, and may have examples of these.
 */
export function exampleMissing(code: string, response: string, isBesideCodes: boolean, meant?: string): Finding {
  const what = isBesideCodes ? "an `example` with a code that is not listed" : "an `example`";
  return {
    code: "error-without-example",
    level: "error",
    message: `\`${code}\` has no example body`,
    fix: `add ${what} to ${response}${meant === undefined ? "" : `, or write \`${meant}\` where that is meant`}`,
  };
}

export function exampleOfAnotherError(found: string, expected: readonly string[]): Finding {
  return {
    code: "example-of-another-error",
    level: "error",
    message: `the response of this example does not give \`${found}\``,
    fix: `write ${anyOf(expected)}, or move the example to the response that gives it`,
  };
}

export function exampleWithoutCode(expected: readonly string[]): Finding {
  return {
    code: "example-of-another-error",
    level: "error",
    message: "this example states no code",
    fix: `let it state ${anyOf(expected)}`,
  };
}

/** `all`: how many alternatives the schema has, where only some of them were asked. */
export function exampleBreaksSchema(path: string, reason: string, all?: number): Finding {
  const by = all === undefined ? "" : `, as some of its ${all} alternatives say`;
  return {
    code: "example-breaks-schema",
    level: "error",
    message: `${path === "" ? "this example" : `\`${path}\` in this example`} breaks its schema: it ${reason}${by}`,
    fix: "correct the example, or the schema",
  };
}

/** `count`: this one, and others behind it. */
export function examplesUnproven(count: number): Finding {
  const others = count === 1 ? "" : ` and ${count - 1} more`;
  return {
    code: "example-unproven",
    level: "warning",
    message: `this example${others} could not be held against the schema beside it: that would take too long`,
    fix: "tell the alternatives of the schema apart by a `const` that each requires, or let fewer schemas refer to others",
  };
}

/** `count`: how many examples, this one the first of them. */
export function examplesUnasked(count: number): Finding {
  const others = count === 1 ? "" : ` and ${count - 1} more`;
  return {
    code: "example-unproven",
    level: "warning",
    message: `this example${others} had no say in where codes and messages stand: to ask all would take too long`,
    fix: "say it in `envelopes` of `x-error-contract`",
  };
}

/** `unnamed`: a listed code, where the answer leaves its codes open and does not name this one. */
export function exampleComesBackAs(code: string, result: string, unnamed?: string): Finding {
  return {
    code: "example-of-another-error",
    level: "error",
    message: `the parser reads this example of \`${code}\` as ${result}`,
    fix:
      unnamed === undefined
        ? "let the body say what the contract says, or correct the contract"
        : `name \`${unnamed}\` in \`x-error-codes\` of this response, or let the body hold a code that is not listed`,
  };
}

export function exampleDeparts(code: string, pointer: string, expected: string, found: string): Finding {
  const place = pointer === "" ? "" : ` at \`${pointer}\``;
  return {
    code: "example-of-another-error",
    level: "error",
    message: `the parser expects ${expected}${place} in this example of \`${code}\`, and finds ${found}`,
    fix: "let the body say what the contract says, or correct the contract",
  };
}

export function thrownBreaksSchema(code: string, reason: string): Finding {
  return {
    code: "thrown-breaks-schema",
    level: "warning",
    message: `what a server throws for \`${code}\` breaks this schema: it ${reason}`,
    fix: 'let the `details` of the envelope point to what holds it (`""`: the whole body), or do not require it',
  };
}

function anyOf(codes: readonly string[]): string {
  return codes.map((code) => `\`${code}\``).join(" or ");
}
