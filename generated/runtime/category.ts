// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { ErrorRule } from "./contract.js";

/** What an error is about. One closed set for all APIs. */
export type Category =
  | "authentication"
  | "permission"
  | "billing"
  | "quota"
  | "not_found"
  | "conflict"
  | "validation"
  | "too_large"
  | "rate_limit"
  | "unavailable"
  | "internal"
  | "request"
  | "unexpected";

/** Whether sending the same request again can help: not at all, after a growing pause, or once a stated delay is over. */
export type Retry = "never" | "backoff" | "after-delay";

/** The category of a status that nothing more precise is known about. */
export function categoryOfStatus(status: number): Category {
  switch (status) {
    case 400:
    case 422:
      return "validation";
    case 401:
      return "authentication";
    case 402:
      return "billing";
    case 403:
      return "permission";
    case 404:
    case 410:
      return "not_found";
    case 409:
    case 412:
      return "conflict";
    case 413:
      return "too_large";
    case 429:
      return "rate_limit";
    case 408:
    case 425:
    case 502:
    case 503:
    case 504:
      return "unavailable";
  }
  if (status >= 500 && status <= 599) return "internal";
  return status >= 400 && status <= 499 ? "request" : "unexpected";
}

/** The retry class of a category. 501 and 505 say that the server can't, not that it can't now. */
export function retryOfCategory(category: Category, status: number): Retry {
  if (category === "rate_limit") return "after-delay";
  if (category === "unavailable") return "backoff";
  return category === "internal" && status !== 501 && status !== 505 ? "backoff" : "never";
}

/**
 * What a rule says about its category and its retry class, or leaves to its first status: to that of the answer where
 * the rule stands for a range of statuses or for all.
 */
export function classOf(
  { statuses: [key = ""], ...rule }: ErrorRule,
  answered: number,
): { category: Category; retry: Retry } {
  const status = /^\d+$/.test(key) ? Number(key) : answered;
  const category = rule.category ?? categoryOfStatus(status);
  return { category, retry: rule.retry ?? retryOfCategory(category, status) };
}
