import type { Finding, ProblemCode } from "./problem.js";
import { suggest } from "./suggest.js";
import { yamlText } from "./yaml-text.js";

/** Problems of what stands in the extensions of a document, and in the config. */

interface Violation {
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  /** Whether a list of such values would do as well. */
  readonly mayBeList?: boolean;
  /** Whether the value may not be left out. */
  readonly isRequired?: boolean;
}

/**
 * An extension does not hold what its schema says. `path` leads to the value in it; `known` are the members that the
 * schema declares there; `found` is the value, or the key where it is the key that is wrong.
 */
export function valueInvalid(
  extension: string,
  path: readonly string[],
  violation: Violation,
  known: readonly string[],
  found: unknown,
): Finding {
  const code = codeOf(extension, path, violation);
  const place = placeOf(extension, path);
  const invalid = (message: string, fix: string): Finding => ({ code, level: "error", message, fix });
  const shown = typeof found === "object" ? "this" : `\`${String(found)}\``;
  const { keyword, params } = violation;
  const isEmpty = invalid(`${place} is empty`, violation.isRequired ? "fill it in" : "fill it in, or remove it");
  // `key:` with nothing behind it; of a map or a list it helps more to see how one is written.
  if (found === null && params.type !== "object" && params.type !== "array") return isEmpty;
  switch (keyword) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return invalid(
        `${place} has no member ${shown}`,
        deprecatedElsewhere(extension, path, found) ?? oneOf(String(found), known),
      );
    case "enum":
      return invalid(
        `${place} can't be ${shown}`,
        listMeant(found, violation) ?? oneOf(String(found), (params.allowedValues as unknown[]).map(String)),
      );
    case "required":
      return invalid(`${place} has no \`${params.missingProperty}\``, `add \`${params.missingProperty}\``);
    case "anyOf":
      return invalid(`${place} has none of ${list(known)}`, "add one of them");
    case "type":
      return invalid(...typeBroken(place, String(params.type), found));
    case "minItems":
      return known.length > 0 ? invalid(`${place} is empty`, `name one or more of ${list(known)}`) : isEmpty;
    case "minLength":
      return isEmpty;
    case "pattern":
    case "minimum":
    case "maximum":
      if (statusNames.has(path.at(-1) ?? ""))
        return invalid(`${place} is ${shown}: that is no status of an error`, aStatus);
      if (params.pattern === anyText) return isEmpty;
      if (keyword === "pattern") return invalid(...patternBroken(path, place, found));
      return invalid(`${place} ${violation.message}`, "write a value within these limits");
    default:
      return invalid(`${place} ${violation.message ?? "is not as it must be"}`, "write a value within these limits");
  }
}

/** A file of ours has no key that it stands below. */
function placeOf(extension: string, path: readonly string[]): string {
  if (extension === "") return path.length === 0 ? "this file" : `\`${path.join(".")}\``;
  return path.length === 0 ? `\`${extension}\`` : `\`${path.join(".")}\` in \`${extension}\``;
}

const statusNames = new Set(["status", "statusCode", "status_code", "httpStatus", "http_status", "http-status"]);
/** The pattern of a text that is not blank. */
const anyText = "\\S";
const aStatus = "write three digits, like `404`";

/** An id has a code of its own, since folders and packages are called after it. */
function codeOf(extension: string, path: readonly string[], { keyword }: Violation): ProblemCode {
  if (extension === "x-error" || extension === "x-error-codes") return "error-invalid";
  if (extension === "x-openapi-errors" || extension === "") return "document-malformed";
  return keyword === "pattern" && path[0] === "id" ? "contract-id" : "contract-invalid";
}

/** Each pattern is the rule of one kind of text. */
function patternBroken(path: readonly string[], place: string, found: unknown): [message: string, fix: string] {
  const shown = `\`${String(found)}\``;
  switch (path[0]) {
    case "id":
      return [
        `${shown} can't be the id of an API: a folder and a Python package are called after it`,
        "use lower-case letters, digits and `_`, a letter first: like `tenant_core`",
      ];
    case "statuses":
      return [`${shown} is no status`, "write three digits, `4XX`, `5XX` or `default`"];
    case "extensions":
      return [`${shown} is no name of an extension`, `begin it with \`x-\``];
    case "docs":
      return [`${place} does not say where the code stands`, "write `{code}` in its place: `/errors/{code}`"];
    default:
      return [`${place} is no JSON Pointer`, pointerMeant(String(found)) ?? "write it like `/error/code`"];
  }
}

/** `error/code`, `error.code`, `$.error.code` and `#/error/code` mean `/error/code`. */
function pointerMeant(text: string): string | undefined {
  const names = text.replace(/^(?:\$\.?|#\/?)/, "").split(/[./]/);
  return names.every((name) => /^[\w*-]+$/.test(name)) ? `write \`/${names.join("/")}\`` : undefined;
}

/** More answers had a code than there were. */
export function countTooHigh(count: number, answers: number): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `${count} answers had this code, of ${answers} that were looked at`,
    fix: "count in `answers` all that were looked at",
  };
}

function oneOf(found: string, known: readonly string[]): string {
  const meant = suggest(found, known);
  return meant ? `write \`${meant}\`` : `use one of ${list(known)}`;
}

/** That a code is on its way out, OpenAPI itself says of a schema; of one among others only `x-error-codes` can. */
function deprecatedElsewhere(extension: string, path: readonly string[], found: unknown): string | undefined {
  if (extension !== "x-error" || found !== "deprecated") return undefined;
  const [list, code] = path;
  return list === "codes" && code !== undefined
    ? `write \`{ code: ${yamlText(code)}, deprecated: true }\` in \`x-error-codes\` at the root of the document`
    : "write `deprecated: true` beside `x-error`, in the schema itself";
}

/** Several values in one text, as the command line has them. */
function listMeant(found: unknown, { params, mayBeList }: Violation): string | undefined {
  const parts = typeof found === "string" ? found.split(/[\s,]+/) : [];
  const isMeant =
    mayBeList && parts.length > 1 && parts.every((part) => (params.allowedValues as unknown[]).includes(part));
  return isMeant ? `write \`[${parts.join(", ")}]\`` : undefined;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function typeBroken(place: string, type: string, found: unknown): [message: string, fix: string] {
  switch (type) {
    case "string,integer":
      return [`${place} is no code`, "write a text or a whole number"];
    case "object":
      return [`${place} is no map`, "write `key: value`, a line for each member"];
    case "array":
      return [`${place} is no list`, "write `- item`, a line for each"];
    case "string":
      return [`${place} is no text`, typeof found === "object" ? "write one text" : "put it in quotes"];
    case "boolean":
      return [`${place} is neither true nor false`, "write `true` or `false`"];
    case "integer":
      return [
        `${place} is no whole number`,
        `write a whole number${typeof found === "string" ? ", without quotes" : ""}`,
      ];
    default:
      return [`${place} is no ${type}`, "write a number, without quotes"];
  }
}
