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

/** Makes an error that takes no frames, since it is given those that were taken already. */
export function withoutFrames<Made extends Error>(make: () => Made): Made {
  if (!captureStackTrace) return make();
  const { stackTraceLimit } = Error as { stackTraceLimit?: unknown };
  // Some programs freeze it: there, frames are taken that nobody reads.
  Reflect.set(Error, "stackTraceLimit", undefined);
  try {
    return make();
  } finally {
    Reflect.set(Error, "stackTraceLimit", stackTraceLimit);
  }
}

/** Takes off an error what the platform made its stack, if only undefined: it has frames that it is given. */
export function dropStack(error: Error): void {
  if (captureStackTrace) Reflect.deleteProperty(error, "stack");
}

/** The stack of an error with these frames, and with the code in its first line. */
export function stackOf(error: Error & { readonly code: string }, frames: Frames | undefined): unknown {
  // What such a platform made of it, where it keeps that out of the error itself.
  if (!captureStackTrace) return Reflect.get(Error.prototype, "stack", error);
  return printed(titleOf(error), frames?.taken.stack);
}

/** As Node has it for its own errors. */
export function titleOf({ name, code, message }: Error & { readonly code: string }): string {
  return `${name} [${printable(String(code))}]: ${message}`;
}

/** V8 begins each frame with `at`, below a line of its own; other platforms have frames alone. */
function printed(title: string, stack: unknown): unknown {
  if (typeof stack !== "string") return stack ?? title;
  const frames = stack.search(/^ +at /m);
  if (frames >= 0) return `${title}\n${stack.slice(frames)}`;
  return stack.includes("@") ? stack : title;
}
