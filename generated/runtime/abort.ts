// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { later, noTimer, type Timer } from "./timer.js";

/** As much of an AbortSignal as is needed, so that any realm's will do. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** The platform's own AbortSignal where its types are there: what `fetch` takes. */
export type PlatformSignal = typeof globalThis extends {
  readonly AbortSignal: { readonly prototype: infer Signal extends AbortSignalLike };
}
  ? Signal
  : AbortSignalLike;

// Every platform with `fetch` has them; not every one has `any`.
declare const AbortController: new () => { readonly signal: AbortSignalLike; abort(reason: unknown): void };
declare const AbortSignal: (abstract new () => AbortSignalLike) & {
  any?(signals: readonly AbortSignalLike[]): AbortSignalLike;
};

/** What a signal was aborted with. Old platforms give no reason. */
export function reasonOf({ reason }: AbortSignalLike): unknown {
  return reason === undefined ? named("AbortError", "The operation was aborted") : reason;
}

/** What comes of some work, unless a signal is aborted first: then its reason is thrown. */
export function unlessAborted<T>(signal: AbortSignalLike | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = () => {
      signal.removeEventListener("abort", abort);
      reject(reasonOf(signal));
    };
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Waits, unless a signal is aborted first: then its reason is thrown. */
export async function pause(milliseconds: number, signal: AbortSignalLike | undefined): Promise<void> {
  let timer: Timer | undefined;
  const over = new Promise<void>((resolve) => {
    timer = later(milliseconds, resolve);
  });
  await unlessAborted(signal, over).finally(() => timer?.stop());
}

/** A signal that is aborted with the caller's own, or once its time is up. */
export interface BoundSignal {
  /** As `send` is given it. */
  readonly limits: { readonly signal: AbortSignalLike };
  /** Nothing ever aborts it. */
  readonly isFree?: true;
  readonly timer: Timer;
  /** Stops the timer, and listening to the caller's signal. */
  readonly release: () => void;
}

/** Bounds what it is given to by a time, and by the caller's own signal where there is one. */
export function bindSignal(given: AbortSignalLike | undefined, milliseconds: number): BoundSignal {
  if (given === undefined && milliseconds === Number.POSITIVE_INFINITY) return unbound();
  const controller = new AbortController();
  const timer = later(milliseconds, () =>
    controller.abort(named("TimeoutError", `There was no whole answer within ${milliseconds} ms`)),
  );
  const { signal } = controller;
  if (given === undefined) return { limits: { signal }, timer, release: timer.stop };
  const together = either(given, signal);
  if (together) return { limits: { signal: together }, timer, release: timer.stop };
  const abort = () => controller.abort(reasonOf(given));
  if (given.aborted) abort();
  given.addEventListener("abort", abort);
  const release = () => {
    timer.stop();
    given.removeEventListener("abort", abort);
  };
  return { limits: { signal }, timer, release };
}

/** A signal is made only where it is asked for: most requests have no limits, and to make one costs more than the rest. */
function unbound(): BoundSignal {
  let signal: AbortSignalLike | undefined;
  const limits = {
    get signal() {
      signal ??= new AbortController().signal;
      return signal;
    },
  };
  return { limits, isFree: true, timer: noTimer, release: noTimer.stop };
}

/** One signal for two; undefined where the platform can't. Of a signal of another realm it may make one that never aborts. */
function either(given: AbortSignalLike, own: AbortSignalLike): AbortSignalLike | undefined {
  return given instanceof AbortSignal ? AbortSignal.any?.([given, own]) : undefined;
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
