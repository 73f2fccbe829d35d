// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Retry } from "./category.js";
import type { ParserContract, RetryContract, RetryPolicy } from "./contract.js";
import type { Classified, RequestGiven } from "./error.js";
import { isContainer, own } from "./pointer.js";
import type { RetryBudget } from "./retry-budget.js";
import { retryOfAnswer } from "./rule.js";
import { isTransportFailure } from "./transport-failure.js";

export interface RetryOptions {
  /** How many times the request was sent so far, from 1. */
  readonly attempt: number;
  /** The HTTP method. Default: that of the request or the operation, where either is known; else not idempotent. */
  readonly method?: string | undefined;
  /** The request is safe to repeat, whatever its method: it carries an idempotency key, say. */
  readonly idempotent?: boolean | undefined;
  /**
   * What a retry takes one out of: none where it is empty. `withRetry` has one for each API, unless it is false;
   * `retryDelay` has none by itself, and leaves it to you to call `refund` for what was answered well.
   */
  readonly budget?: RetryBudget | false | undefined;
  /** From 0 to 1, for tests. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Seconds that no cap is above, and that milliseconds can still be counted of. */
const longest = 1e12;

const idempotentMethods = ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"];

/** The same as `delayBeforeAttempt`, out of a budget where one is given. */
export function delayBeforeRetry(retrying: RetryContract, error: unknown, options: RetryOptions): number | undefined {
  const delay = delayBeforeAttempt(retrying, error, options);
  return delay === undefined || !options.budget || options.budget.spend() ? delay : undefined;
}

/**
 * Milliseconds to wait before the next attempt; undefined: do not retry. An error that asks for a delay was refused
 * before any work, so any method may retry it. Another is retried only where that is idempotent, after a random part
 * of a pause that doubles each time ("full jitter"). A delay that the server states is kept, and up to a tenth of it added,
 * so that not all clients come back at once. A server that asks for more than the cap is not asked again. Where no
 * answer came, the pause is that of an error that may pass; anything else is a mistake, and never retried.
 */
export function delayBeforeAttempt(retrying: RetryContract, error: unknown, options: RetryOptions): number | undefined {
  const { contract, retryPolicy } = retrying;
  if (!isOf(contract, error)) {
    const method = methodOf(retrying, options, {});
    return isTransportFailure(error)
      ? delayOfAttempt(retryPolicy, "backoff", undefined, { ...options, method })
      : undefined;
  }
  const rule = error.closest === undefined ? undefined : own(contract.errors, error.closest);
  const retry = retryOfAnswer(rule, error.status, error.category);
  const method = methodOf(retrying, options, error);
  return delayOfAttempt(retryPolicy, retry, error.retryAfter, { ...options, method });
}

/** What the parser of this API gave, plain data too. Anything can be thrown, even a proxy that refuses to be looked at. */
function isOf({ api }: ParserContract, value: unknown): value is Classified {
  try {
    return isContainer(value) && own(value, "api") === api;
  } catch {
    return false;
  }
}

/** The method of a request: as given, else as the request or the operation has it. */
export function methodOf(
  { methods = {} }: RetryContract,
  { method }: Pick<RetryOptions, "method">,
  { request, operation }: { readonly request?: RequestGiven | undefined; readonly operation?: string | undefined },
): string | undefined {
  return method ?? request?.method ?? (operation === undefined ? undefined : own(methods, operation));
}

/** The same for anything whose retry class is known. `retryAfter`: the seconds that the server asks to wait. */
function delayOfAttempt(
  { attempts, base, cap }: RetryPolicy,
  retry: Retry,
  retryAfter: number | undefined,
  options: RetryOptions,
): number | undefined {
  const { attempt, method = "", random = Math.random } = options;
  const { idempotent = idempotentMethods.includes(method.toUpperCase()) } = options;
  if (!(attempt >= 1 && attempt < attempts) || retry === "never" || (retry === "backoff" && !idempotent))
    return undefined;
  if (retryAfter !== undefined) {
    if (retryAfter > cap) return undefined;
    return Math.ceil(retryAfter * 1000) + Math.floor(random() * retryAfter * 100);
  }
  // Far above any cap, and still a number.
  const doublings = Math.min(attempt - 1, 1000);
  return random() * Math.min(cap, base * 2 ** doublings, longest) * 1000;
}
