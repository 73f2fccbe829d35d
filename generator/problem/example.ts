import type { Finding } from "./problem.js";

/** Problems of examples. */

export function exampleMissing(code: string): Finding {
  return {
    code: "error-without-example",
    level: "error",
    message: `\`${code}\` has no example body`,
    fix: "add one under `examples` of a response that gives it",
  };
}

export function exampleOfAnotherError(found: string, expected: readonly string[]): Finding {
  return {
    code: "example-of-another-error",
    level: "error",
    message: `this example is none of the errors of its response: it comes back as ${found}`,
    fix:
      expected.length > 0
        ? `let it state ${expected.map((code) => `\`${code}\``).join(" or ")}, or move it to the response that gives it`
        : "give it the shape of one of the envelopes",
  };
}

export function exampleBreaksSchema(path: string, reason: string): Finding {
  return {
    code: "example-breaks-schema",
    level: "error",
    message: `${path === "" ? "the example" : `\`${path}\` in the example`} breaks its schema: ${reason}`,
    fix: "correct the example, or the schema",
  };
}

export function exampleComesBackAs(code: string, result: string): Finding {
  return {
    code: "example-of-another-error",
    level: "error",
    message: `the parser reads this example of \`${code}\` as ${result}`,
    fix: "let the body say what the contract says, or correct the contract",
  };
}
