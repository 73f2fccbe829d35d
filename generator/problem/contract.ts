import type { Finding, ProblemCode } from "./problem.js";
import { suggest } from "./suggest.js";

/** Problems of what a document says about its errors. */

interface SchemaViolation {
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** `extension` does not hold what its schema says. `path` leads to the value in it; `known` are the members there. */
export function valueInvalid(
  extension: string,
  path: readonly string[],
  violation: SchemaViolation,
  known: readonly string[],
  value: unknown,
): Finding {
  const code: ProblemCode = extension === "x-error" ? "error-invalid" : "contract-invalid";
  const place = path.length === 0 ? `\`${extension}\`` : `\`${path.join(".")}\` in \`${extension}\``;
  const { keyword, params } = violation;
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === "string") {
    const meant = suggest(extra, known);
    const fix = meant ? `write \`${meant}\`` : `use one of ${known.map((name) => `\`${name}\``).join(", ")}`;
    return { code, level: "error", message: `${place} has no member \`${extra}\``, fix };
  }
  if (keyword === "enum" && Array.isArray(params.allowedValues)) {
    const allowed = params.allowedValues.map(String);
    const meant = suggest(String(value), allowed);
    const fix = meant ? `write \`${meant}\`` : `use one of ${allowed.map((name) => `\`${name}\``).join(", ")}`;
    return { code, level: "error", message: `${place} can't be \`${String(value)}\``, fix };
  }
  if (path.length === 1 && path[0] === "id" && keyword === "pattern") {
    const fix = "begin with a lower-case letter; use only lower-case letters, digits and `_`";
    return {
      code: "contract-id",
      level: "error",
      message: `no Python package can be called \`${String(value)}\``,
      fix,
    };
  }
  const pointer = keyword === "pattern" && String(params.pattern).startsWith("^(?:/");
  const message = pointer ? `${place} is no JSON Pointer` : `${place} ${violation.message ?? "is not as it must be"}`;
  return {
    code,
    level: "error",
    message,
    fix: pointer ? "write it like `/error/code`" : "change it to what the rule says",
  };
}

export function errorMisplaced(): Finding {
  return {
    code: "error-misplaced",
    level: "error",
    message: "`x-error` means nothing here: it belongs on a component schema or on a response",
    fix: "move it to the component of the error",
  };
}

export function idReserved(id: string): Finding {
  return {
    code: "contract-id",
    level: "error",
    message: `\`${id}\` can't be the id of an API: the word is reserved`,
    fix: "write another `id` in `x-error-contract`",
  };
}

export function idTwice(id: string, other: string): Finding {
  return {
    code: "contract-id",
    level: "error",
    message: `\`${id}\` is the id of \`${other}\` too`,
    fix: "write another `id` in `x-error-contract`",
  };
}

export function codeConflict(code: string, other: string): Finding {
  return {
    code: "code-conflict",
    level: "error",
    message: `\`${code}\` has another meaning at ${other}`,
    fix: "let both places refer to one component",
  };
}

export function codeWithoutResponse(code: string, status: number | undefined): Finding {
  const where = status === undefined ? "no response gives" : `no response of status ${status} gives`;
  return {
    code: "code-without-response",
    level: "error",
    message: `${where} \`${code}\``,
    fix:
      status === undefined
        ? "add it to a response of an operation, or write its `status` in `x-error`"
        : "add it to a response of that status, or correct `status`",
  };
}

export function errorWithoutCode(component: string): Finding {
  return {
    code: "error-without-code",
    level: "error",
    message: `\`${component}\` has \`x-error\`, but no envelope finds a code in it`,
    fix: "give the property at the envelope's code pointer a `const`",
  };
}

export function envelopeNotFound(pointer: string): Finding {
  return {
    code: "envelope-not-found",
    level: "error",
    message: `no error schema has anything at \`${pointer}\``,
    fix: "correct the pointer, or remove it",
  };
}

export function nameUnknown(what: string, name: string, known: readonly string[]): Finding {
  const meant = suggest(name, known);
  return {
    code: "rule-without-error",
    level: "error",
    message: `there is no ${what} \`${name}\``,
    fix: meant ? `write \`${meant}\`` : `name one that the document has`,
  };
}

export function operationDuplicate(id: string): Finding {
  return {
    code: "operation-duplicate",
    level: "error",
    message: `two operations are called \`${id}\``,
    fix: "give one of them another `operationId`",
  };
}
