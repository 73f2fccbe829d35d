/** A function that a stack begins below, so that it starts at the caller. */
export type Caller = (...parameters: never[]) => unknown;

// Only V8 has it: elsewhere a stack begins where the error is made.
const { captureStackTrace } = Error as { captureStackTrace?: (target: object, below: Caller) => void };

/** Lets the stack of an error begin below a function that is being called. */
export function beginBelow(error: object, caller: Caller | undefined): void {
  if (caller) captureStackTrace?.(error, caller);
}

/** The frames below a function, for an error that is made when the function is no longer on the stack. */
export function framesBelow(caller: Caller | undefined): string | undefined {
  const target: { stack?: string } = {};
  beginBelow(target, caller);
  return target.stack?.slice(target.stack.indexOf("\n") + 1);
}

/** The same error, with these frames as its stack. */
export function withFrames<E extends Error>(error: E, frames: string | undefined): E {
  if (frames) error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}
