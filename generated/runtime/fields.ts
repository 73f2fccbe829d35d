// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { FieldError } from "./error.js";
import { isObject } from "./pointer.js";
import { printable } from "./text.js";

/**
 * The field errors that a value holds, in any of four shapes: `[{ path, message }]`, `[{ loc, msg, type }]`,
 * `{ field: message }` and `{ field: [message, ...] }`. What has none of these shapes is passed over.
 */
export function readFields(value: unknown): FieldError[] {
  if (Array.isArray(value)) return value.flatMap(fromItem);
  return isObject(value) ? Object.entries(value).flatMap(([name, messages]) => fromMember(name, messages)) : [];
}

function fromItem(item: unknown): FieldError[] {
  if (!isObject(item)) return [];
  const path = own(item, "path") ?? own(item, "loc");
  const message = own(item, "message") ?? own(item, "msg");
  const steps = typeof path === "string" ? [path] : path;
  if (typeof message !== "string" || !Array.isArray(steps) || !steps.every(isStep)) return [];
  return [{ path: steps, message: printable(message) }];
}

function fromMember(name: string, messages: unknown): FieldError[] {
  const texts: unknown[] = Array.isArray(messages) ? messages : [messages];
  return texts.flatMap((text) => (typeof text === "string" ? [{ path: [name], message: printable(text) }] : []));
}

function own(item: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

function isStep(step: unknown): step is string | number {
  return typeof step === "string" || typeof step === "number";
}
