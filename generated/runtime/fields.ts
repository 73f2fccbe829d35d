// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { FieldError } from "./error.js";
import { isObject, tokensOf, valueAt } from "./pointer.js";
import { printable, textOf } from "./text.js";

/** What names the field of an item, the first that is there: `pointer` of RFC 9457 and `source` of JSON:API among them. */
const paths = [
  "/path",
  "/loc",
  "/field",
  "/pointer",
  "/source/pointer",
  "/source/parameter",
  "/parameter",
  "/param",
  "/property",
  "/fieldName",
  "/target",
  "/name",
];
/** What says what is wrong with it; a code where there is no text for people. */
const messages = [
  "/message",
  "/msg",
  "/reason",
  "/detail",
  "/description",
  "/title",
  "/error",
  "/errorMessage",
  "/code",
];

/**
 * The field errors that a value holds, in any of four shapes: `[{ path, message }]`, `[{ loc, msg, type }]`,
 * `{ field: message }` and `{ field: [message, ...] }`. An item of a list may name both parts otherwise, as problem
 * details and JSON:API do. What has none of these shapes is passed over.
 */
export function readFields(value: unknown): FieldError[] {
  if (Array.isArray(value)) return value.flatMap(fromItem);
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, texts]) =>
    [texts].flat().flatMap((message) => fieldError(name, message)),
  );
}

function fromItem(item: unknown): FieldError[] {
  const isThere = (pointer: string) => valueAt(item, pointer) != null;
  const path = paths.find(isThere);
  const found = valueAt(item, path);
  const steps = typeof found === "string" && path?.endsWith("pointer") ? stepsOf(found) : found;
  return fieldError(steps, valueAt(item, messages.find(isThere)));
}

/** A JSON Pointer (RFC 6901), also as a fragment; what is none names the field as it is. */
function stepsOf(text: string): string | string[] {
  const pointer = text.replace(/^#/, "");
  return pointer === "" || pointer.startsWith("/") ? tokensOf(pointer) : text;
}

function fieldError(path: unknown, message: unknown): FieldError[] {
  const steps = typeof path === "string" ? [path] : path;
  if (typeof message !== "string" || !Array.isArray(steps) || !steps.every((step) => textOf(step) !== undefined))
    return [];
  return [{ path: steps, message: printable(message) }];
}
