// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { type Category, categoryOfStatus, type Retry, retryOfCategory } from "./category.js";
import type { ErrorRule } from "./contract.js";
import { isSpent } from "./rate-limit.js";

/** The category of a rule: its own, else that of the status it stands for. */
export function categoryOf(rule: ErrorRule | undefined, answered: number): Category {
  return rule?.category ?? categoryOfStatus(statusOf(rule, answered));
}

/**
 * The category of an answer. A 403 that says how long to wait, or that no request is left, is a rate limit, unless the
 * contract says of the error what it is about.
 */
export function categoryOfAnswer(
  rule: ErrorRule | undefined,
  status: number,
  headers: Readonly<Record<string, string>>,
  delay: number | undefined,
): Category {
  const isLimit = status === 403 && rule?.category === undefined && (delay !== undefined || isSpent(headers));
  return isLimit ? "rate_limit" : categoryOf(rule, status);
}

/** The retry class of an answer: its rule's own, else that of its category where that is not the rule's. */
export function retryOfAnswer(rule: ErrorRule | undefined, status: number, category: Category): Retry {
  return rule?.retry === undefined && category === "rate_limit" ? "after-delay" : retryOf(rule, status);
}

/** The retry class of a rule: its own, else that of its category. */
export function retryOf(rule: ErrorRule | undefined, answered: number): Retry {
  return rule?.retry ?? retryOfCategory(categoryOf(rule, answered), statusOf(rule, answered));
}

/** The only status of a rule; that of the answer where the rule stands for several, for a range or for all. */
function statusOf(rule: ErrorRule | undefined, answered: number): number {
  return (rule?.statuses.length === 1 && Number(rule.statuses[0])) || answered;
}
