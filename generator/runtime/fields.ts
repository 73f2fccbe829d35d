import type { FieldError } from "./error.js";
import { isObject, valueAt } from "./pointer.js";
import { printable, textOf } from "./text.js";

/**
 * The field errors that a value holds, in any of four shapes: `[{ path, message }]`, `[{ loc, msg, type }]`,
 * `{ field: message }` and `{ field: [message, ...] }`. What has none of these shapes is passed over.
 */
export function readFields(value: unknown): FieldError[] {
  const either = (item: unknown, name: string, other: string) => valueAt(item, name) ?? valueAt(item, other);
  if (Array.isArray(value))
    return value.flatMap((item) => fieldError(either(item, "/path", "/loc"), either(item, "/message", "/msg")));
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, messages]) =>
    [messages].flat().flatMap((message) => fieldError(name, message)),
  );
}

function fieldError(path: unknown, message: unknown): FieldError[] {
  const steps = typeof path === "string" ? [path] : path;
  if (typeof message !== "string" || !Array.isArray(steps) || !steps.every((step) => textOf(step) !== undefined))
    return [];
  return [{ path: steps, message: printable(message) }];
}
