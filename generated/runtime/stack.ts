// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated

import { printable } from "./text.js";

/** A function that a stack begins below, so that it starts at the caller. */
export type Caller = ((...parameters: never[]) => unknown) | (abstract new (...parameters: never[]) => unknown);

/** Frames that were taken earlier. Making text of them costs far more than taking them: it is done when asked for. */
export interface Frames {
  readonly taken: { readonly stack?: unknown };
}

/** Where a stack begins: below a function that is being called, or with frames that were taken. */
export type StackStart = Caller | Frames;

// Not every platform has it: elsewhere a stack is what the platform makes of it.
const { captureStackTrace } = Error as { captureStackTrace?: (target: object, below: Caller | undefined) => void };

/** The frames below a function, for an error that may be made when the function is no longer on the stack. */
export function framesBelow(start: StackStart | undefined): Frames {
  if (typeof start === "object") return start;
  const taken: { stack?: unknown } = {};
  captureStackTrace?.(taken, start);
  return { taken };
}

/** Gives an error the stack that begins there, with the code in its first line. */
export function setStack(error: Error, code: string, start: StackStart): void {
  if (!captureStackTrace) return;
  const { taken } = framesBelow(start);
  // To define it anew, V8 would first make the text of the one that is there.
  delete error.stack;
  const define = (property: PropertyDescriptor) =>
    Object.defineProperty(error, "stack", { configurable: true, enumerable: false, ...property });
  const set = (value: unknown) => define({ value, writable: true });
  const get = () => {
    const value = printed(`${error.name} [${printable(code)}]: ${error.message}`, taken.stack);
    set(value);
    return value;
  };
  define({ get, set });
}

/** V8 begins each frame with `at`, below a line of its own; other platforms have frames alone. */
function printed(title: string, stack: unknown): unknown {
  if (typeof stack !== "string") return stack ?? title;
  const frames = stack.search(/^ +at /m);
  if (frames >= 0) return `${title}\n${stack.slice(frames)}`;
  return stack.includes("@") ? stack : title;
}
