import { oneOf } from "./names.js";
import type { Finding } from "./problem.js";
import { suggest } from "./suggest.js";
import { yamlText } from "./yaml-text.js";

/** Problems of what a document says about its errors. */

export function contractMistyped(key: string): Finding {
  return {
    code: "contract-invalid",
    level: "error",
    message: `\`${key}\` is not read: the extension has another name`,
    fix: "write `x-error-contract`",
  };
}

/** Below `info` or another part of the document. */
export function contractMisplaced(): Finding {
  return {
    code: "contract-invalid",
    level: "error",
    message: "`x-error-contract` is not read here: it says what holds for the whole document",
    fix: "move it to the root, beside `openapi`",
  };
}

export function contractEmpty(operations: number): Finding {
  return {
    code: "contract-empty",
    level: "note",
    message: `no operation has an error response: of ${operations}, none says what its errors are`,
    fix: 'describe them below `responses`: `"404": { description: ... }`',
  };
}

/** Somebody else may mean what is called so: it stops nothing. */
export function extensionMisspelt(key: string, meant: string, level: "warning" | "note"): Finding {
  return {
    code: "extension-misspelt",
    level,
    message: `\`${key}\` is not read: it is almost \`${meant}\``,
    fix: `write \`${meant}\``,
  };
}

export function codesMisplaced(): Finding {
  return {
    code: "error-misplaced",
    level: "error",
    message: "`x-error-codes` means nothing here: it belongs on an operation, a response, a schema, or at the root",
    fix: "move it to the operation or the response that gives these codes",
  };
}

export function codeTwice(code: string): Finding {
  return {
    code: "code-duplicate",
    level: "error",
    message: `\`${code}\` stands twice in this list`,
    fix: "keep one of the two",
  };
}

export function errorMisplaced(): Finding {
  return {
    code: "error-misplaced",
    level: "error",
    message: "`x-error` means nothing here: it belongs on a component schema or on a response",
    fix: "move it to the schema of the error, below `components.schemas`",
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

/** `place`: the response that gives it. */
export function codeStillGiven(code: string, place: string): Finding {
  return {
    code: "code-still-given",
    level: "error",
    message: `\`${code}\` is retired, and ${place} gives it`,
    fix: "take it out of that response, or write `deprecated: true` beside `x-error` and no `retired` until it is sent no more",
  };
}

/** A revision has the code, and the document does not have it any more. `was`: where; `keep`: the component that had it. */
export function codeVanished(
  {
    code,
    isNumber,
    status,
  }: { readonly code: string; readonly isNumber: boolean; readonly status: string | undefined },
  was: string,
  wasRetired: boolean,
  keep: string | undefined,
): Finding {
  const stated = status === undefined ? "" : `, status: ${status}`;
  const entry = `{ code: ${isNumber ? code : yamlText(code)}${stated}, retired: true }`;
  return {
    code: "code-vanished",
    level: "error",
    message: wasRetired
      ? `\`${code}\` is retired at ${was}, and is not in the contract any more`
      : `\`${code}\` is at ${was}, and vanished without being retired`,
    fix:
      keep === undefined
        ? `write \`${entry}\` in \`x-error-codes\` at the root of the document`
        : `keep \`${keep}\` below \`components.schemas\`, with \`x-error: { retired: true${stated} }\``,
  };
}

/** A revision lists the API, and nothing here does. `was`: its document there; `fingerprint`: what accepts it. */
export function apiVanished(
  { id, codes, fingerprint }: { readonly id: string; readonly codes: number; readonly fingerprint: string },
  was: string,
  revision: string,
): Finding {
  return {
    code: "code-vanished",
    level: "error",
    message: `\`${id}\` is at ${was}, and vanished as a whole: ${codes === 1 ? "its code is" : `its ${codes} codes are`} in no contract any more`,
    fix: `list it below \`apis\` again; where all of it is to go, type \`openapi-errors diff ${revision} --accept ${fingerprint} --reason "..." --until <day>\``,
  };
}

/** `grave`: where the code is retired. */
export function codeReused(code: string, grave: string): Finding {
  return {
    code: "code-reused",
    level: "error",
    message: `\`${code}\` is retired at ${grave}, and stands for an error here`,
    fix: "give this error a code that was never used",
  };
}

/** Two codes that generated code would give one name. */
export function nameReused(code: string, name: string, retired: string, grave: string): Finding {
  return {
    code: "code-reused",
    level: "error",
    message: `\`${code}\` would be called \`${name}\`, as \`${retired}\` was that is retired at ${grave}`,
    fix: "give this error a code that differs in more than case and punctuation",
  };
}

/** `known`: the codes that there are. */
export function codeUnknown(code: string, known: readonly string[]): Finding {
  const meant = suggest(code, known);
  return {
    code: "code-without-response",
    level: "error",
    message: `no response gives \`${code}\``,
    fix: meant ? `write \`${meant}\`` : "add it to a response of an operation, or write its `status` beside it",
  };
}

export function responseWithoutOperation(component: string): Finding {
  return {
    code: "code-without-response",
    level: "error",
    message: `no operation has the response \`${component}\``,
    fix: `refer to it from an operation: \`$ref: "#/components/responses/${component}"\`, or remove it`,
  };
}

export function errorWithoutCode(component: string, pointers: readonly string[]): Finding {
  const places = pointers.map((pointer) => `\`${pointer}\``).join(" or ");
  return {
    code: "error-without-code",
    level: "error",
    message: `\`${component}\` has \`x-error\`, but no envelope finds a code in it`,
    fix:
      places === ""
        ? "say where codes stand: `x-error-contract: { envelopes: [{ name: error, code: /code }] }`"
        : `give its property at ${places} a \`const\``,
  };
}

/** `meant`: what leads somewhere, and is almost the same. */
/** `there`: the pointers that lead somewhere, of those that begin as it does and that nothing else in the envelope has. */
export function envelopeNotFound(pointer: string, meant?: string, there: readonly string[] = []): Finding {
  const isInList = meant?.includes("*") && !pointer.includes("*");
  const list = there.map((each) => `\`${each}\``).join(", ");
  const others =
    list === "" || there.length > 8 ? "correct the pointer, or remove it" : `write one of ${list}, or remove it`;
  return {
    code: "envelope-not-found",
    level: "error",
    message: `no error schema has anything at \`${pointer}\``,
    fix: meant === undefined ? others : `write \`${meant}\`${isInList ? ": a `*` steps into a list" : ""}`,
  };
}

/** A pointer of an envelope leads somewhere in a schema that nobody uses. */
export function schemaUnused(name: string): Finding {
  return {
    code: "code-without-response",
    level: "error",
    message: `no response uses the schema \`${name}\``,
    fix: `refer to it from a response: \`$ref: "#/components/schemas/${name}"\`, or remove it`,
  };
}

/** Without bodies, no pointer can be right or wrong. */
export function bodiesMissing(): Finding {
  return {
    code: "envelope-not-found",
    level: "error",
    message: "no response of an error has a body that could come in this envelope",
    fix: "describe the bodies: `content: { application/json: { schema: ... } }` in the responses of errors",
  };
}

/** Errors say by this name in which of them they come. */
export function envelopeTwice(name: string): Finding {
  return {
    code: "contract-invalid",
    level: "error",
    message: `\`${name}\` is the name of an envelope before it, too`,
    fix: `write another name, like \`${name}_2\``,
  };
}

export function envelopeOrder(first: string, hidden: string): Finding {
  return {
    code: "envelope-order",
    level: "error",
    message: `\`${first}\` has no code and comes before \`${hidden}\`: it takes the bodies that hold a code there`,
    fix: `move \`${first}\` behind \`${hidden}\``,
  };
}

/** A schema holds at `keyword` what JSON Schema does not allow there. */
export function schemaInvalid(keyword: string, value: unknown, allowed: readonly string[], type?: unknown): Finding {
  const meant = typeof value === "string" ? suggest(value, allowed) : undefined;
  const list = type === "array" && typeof value === "string" ? `[${value}]` : undefined;
  const written = meant ?? list;
  const fix = written ? `write \`${written}\`` : "write what JSON Schema allows there";
  return {
    code: "schema-invalid",
    level: "error",
    message: `this is no JSON Schema: \`${keyword}\` can't be \`${JSON.stringify(value)}\``,
    fix: !meant && allowed.length > 0 ? oneOf(allowed) : fix,
  };
}

/** `name`: what the operation is called instead. */
export function operationDuplicate(id: string, other: string, name: string): Finding {
  return {
    code: "operation-duplicate",
    level: "error",
    message: `${other} is called \`${id}\` too: this operation is \`${name}\``,
    fix: "give one of the two another `operationId`",
  };
}

export function operationsTooMany(count: number, limit: number): Finding {
  return {
    code: "contract-invalid",
    level: "error",
    message: `the document has ${count} operations: at most ${limit} are taken`,
    fix: "split it into several documents, one for each part of the API",
  };
}

export function codesTooMany(count: number, limit: number): Finding {
  return {
    code: "contract-invalid",
    level: "error",
    message: `the responses of this document list ${count} codes: at most ${limit} are taken`,
    fix: "list codes that stand for a kind of failure, and put what varies into details",
  };
}
