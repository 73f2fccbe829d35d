// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { loggable } from "./loggable.js";
import { isContainer } from "./pointer.js";
import { escapeInLines } from "./text.js";

/** What Node's console asks a value for. */
export const inspection: symbol = Symbol.for("nodejs.util.inspect.custom");

/** Causes have causes, and may go in a circle. */
const maxCauses = 8;

/**
 * A cause as it may be printed: what has its own words for it as it is, another error by its stack and its short members.
 * The errors of HTTP clients hold requests and sockets, with all that was sent.
 */
export function printableCause(cause: unknown, left: number = maxCauses): unknown {
  try {
    if (!isError(cause)) return loggable(cause);
    if (inspection in cause) return cause;
    return left > 0 ? shortened(cause, left - 1) : escapeInLines(String(cause));
  } catch {
    // Anything can be a cause, even a proxy that refuses to be looked at.
    return "[unreadable]";
  }
}

function shortened(error: Error & { readonly errors?: unknown }, left: number): Error {
  const { name, message, stack = `${name}: ${message}`, cause, errors } = error;
  const parts = {
    stack: escapeInLines(stack),
    ...(cause === undefined ? {} : { cause: printableCause(cause, left) }),
    ...(Array.isArray(errors) ? { errors: errors.slice(0, maxCauses).map((each) => printableCause(each, left)) } : {}),
  };
  const short = new Error(escapeInLines(message));
  for (const [key, value] of Object.entries(parts))
    Object.defineProperty(short, key, { value, enumerable: key === "errors", configurable: true });
  const members = Object.entries(error).filter(([key, value]) => !isContainer(value) && !(key in short));
  return Object.assign(short, loggable(Object.fromEntries(members)));
}

/** Of any realm. */
function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
