// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { type AbortSignalLike, bindSignal, type PlatformSignal, pause, reasonOf, unlessAborted } from "./abort.js";
import type { RetryContract } from "./contract.js";
import type { RequestGiven } from "./error.js";
import { errorFromResponse, type ReadOptions } from "./error-from.js";
import { discard, type ResponseLike } from "./read-response.js";
import { budgetOf } from "./retry-budget.js";
import { delayBeforeAttempt, methodOf, type RetryOptions } from "./retry-delay.js";

/** How `withRetry` retries, and how it reads the answers that are errors. */
export interface WithRetryOptions<Operation extends string = never>
  extends ReadOptions<Operation>,
    Omit<RetryOptions, "attempt"> {
  /** Milliseconds for each attempt, the body of its answer included. Default: no limit, and 10,000 for an error's body. */
  readonly timeout?: number | undefined;
  /** Milliseconds for all attempts and pauses together: a pause that would pass it is not begun. */
  readonly deadline?: number | undefined;
  /** Ends attempt, pause and retrying. The signal's reason is thrown. */
  readonly signal?: AbortSignalLike | undefined;
  /** Called before each pause. What it throws ends the retrying, and is thrown. */
  onRetry?(retry: RetryNote): void;
}

/** A further attempt that is about to be made. */
export interface RetryNote {
  /** How many times the request was sent so far. */
  readonly attempt: number;
  /** Milliseconds until it is sent again. */
  readonly delay: number;
  /** The typed error, or what `send` rejected with. */
  readonly error: unknown;
}

/** Sends a request. The signal is for `fetch`: it is aborted by time and by the caller's own signal. */
export type Send<Response> = (attempt: number, limits: { readonly signal: PlatformSignal }) => Promise<Response>;

/**
 * Sends a request until it is answered well, or until its error says not to try again. Throws the typed error, which
 * `send` may reject with too; a failure of transport is retried where the request is safe to repeat; what else `send`
 * rejects with is thrown as it is.
 */
export async function sendWithRetry<Response extends ResponseLike>(
  retrying: RetryContract,
  send: Send<Response>,
  options: WithRetryOptions<string> = {},
): Promise<Response> {
  const { contract } = retrying;
  const { signal, deadline = Number.POSITIVE_INFINITY, budget = budgetOf(contract.api) } = options;
  const end = timeAfter(deadline);
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted) throw reasonOf(signal);
    const outcome = await makeAttempt(retrying, (limits) => send(attempt, limits), options, end);
    if ("response" in outcome) {
      if (budget) budget.refund();
      return outcome.response;
    }
    const { error } = outcome;
    const method = methodOf(retrying, options, options);
    const delay = delayBeforeAttempt(retrying, error, { ...options, method, attempt });
    if (delay === undefined || Date.now() + delay >= end || (budget && !budget.spend())) throw error;
    options.onRetry?.({ attempt, delay, error });
    await pause(delay, signal);
  }
}

/** One attempt within its limits: a good answer, a typed error, or what it failed with. Rejects with an abort only. */
async function makeAttempt<Response extends ResponseLike>(
  retrying: RetryContract,
  send: (limits: { readonly signal: PlatformSignal }) => Promise<Response>,
  options: WithRetryOptions<string>,
  end: number,
): Promise<{ readonly response: Response } | { readonly error: unknown }> {
  const { signal, timeout = Number.POSITIVE_INFINITY } = options;
  const attemptEnd = Math.min(end, timeAfter(timeout));
  const bound = bindSignal(signal, timeUntil(attemptEnd));
  const { limits } = bound;
  let sent: Promise<Response> | undefined;
  try {
    sent = Promise.resolve(send(limits as { readonly signal: PlatformSignal }));
    const response = await (bound.isFree ? sent : unlessAborted(limits.signal, sent));
    if (response.status < 400) {
      // Its body is still to be read, within the same limits.
      bound.timer.unref();
      return { response };
    }
    bound.timer.stop();
    const left = Math.min(timeUntil(attemptEnd), options.timeout ?? 10_000);
    const reading = { ...options, timeout: left, request: requestOf(retrying, options) };
    // Frames are not taken before: that costs more than all else here, and those who await us are still known.
    const error = await unlessAborted(signal, errorFromResponse(retrying.contract, response, reading, sendWithRetry));
    bound.release();
    return { error };
  } catch (error) {
    bound.release();
    // Where `send` does not listen to its signal, an answer may come that nobody waits for any more.
    sent?.then(discard).catch(() => undefined);
    if (signal?.aborted) throw reasonOf(signal);
    return { error };
  }
}

/** What is known of the request, for the error that it is answered with. */
function requestOf(retrying: RetryContract, options: WithRetryOptions<string>): RequestGiven | undefined {
  const { request } = options;
  const method = methodOf(retrying, options, options);
  return method || request ? { method: request?.method ?? method, url: request?.url } : undefined;
}

// Without a limit, nobody has to ask for the time.
function timeAfter(milliseconds: number): number {
  return milliseconds === Number.POSITIVE_INFINITY ? milliseconds : Date.now() + milliseconds;
}

function timeUntil(end: number): number {
  return end === Number.POSITIVE_INFINITY ? end : end - Date.now();
}
