// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

/**
 * How many further attempts a client may still make. It begins full, so that single calls get all their attempts; where
 * a server fails for long, what is left is soon gone, and each request is then sent once.
 */
export interface RetryBudget {
  /** How many further attempts are left. A part of one is none. */
  readonly left: () => number;
  /** Takes one further attempt out; false where there is none. */
  readonly spend: () => boolean;
  /** To be called for each request that was answered well: gives a part of an attempt back. */
  readonly refund: () => void;
}

export interface RetryBudgetOptions {
  /** How many further attempts there are at most, and to begin with. Default: 50. */
  readonly tokens?: number | undefined;
  /** What a request that was answered well gives back. Default: 0.1, so that one attempt in eleven is a further one. */
  readonly refund?: number | undefined;
}

/** Ten tenths are one, though not in floating point. */
const tolerance = 1e-9;

/**
 * A budget for the requests that share it: hand it to each `withRetry`. However the server fails, all attempts together
 * are at most 1.1 times the requests, and `tokens` more.
 */
export function retryBudget({ tokens = 50, refund = 0.1 }: RetryBudgetOptions = {}): RetryBudget {
  let left = tokens;
  return {
    left: () => left,
    spend: () => {
      if (!(left + tolerance >= 1)) return false;
      left = Math.max(0, left - 1);
      return true;
    },
    refund: () => {
      left = Math.min(tokens, left + refund);
    },
  };
}

const budgets = new Map<string, RetryBudget>();

/** The budget that all requests to an API share where they are given no other. */
export function budgetOf(api: string): RetryBudget {
  const budget = budgets.get(api) ?? retryBudget();
  budgets.set(api, budget);
  return budget;
}
