// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

// Every platform has these. Declared, so that this compiles without the types of a browser or of Node.
declare const setTimeout: (run: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** A timer that is running. */
export interface Timer {
  readonly stop: () => void;
  /** Lets Node end before the time is up. */
  readonly unref: () => void;
}

/** Where nothing is to be stopped. */
export const noTimer: Timer = { stop: () => undefined, unref: () => undefined };

/** Timers hold no more: beyond it they go off at once. */
const longest = 2 ** 31 - 1;

/** Runs something after a time of any length. Without end: never. */
export function later(milliseconds: number, run: () => void): Timer {
  let timer: unknown;
  let isKept = true;
  const unref = () => {
    isKept = false;
    (timer as { unref?: () => void } | undefined)?.unref?.();
  };
  const wait = (left: number): void => {
    const part = Math.min(left, longest);
    timer = setTimeout(() => (left > part ? wait(left - part) : run()), part);
    if (!isKept) unref();
  };
  if (milliseconds < Number.POSITIVE_INFINITY) wait(milliseconds);
  return { stop: () => clearTimeout(timer), unref };
}
