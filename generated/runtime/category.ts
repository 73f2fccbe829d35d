// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { ErrorRule } from "./contract.js";
import { statusKeys } from "./status.js";

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

/** By the keys of a status. */
const usual: Readonly<Record<string, Category>> = {
  400: "validation",
  401: "authentication",
  402: "billing",
  403: "permission",
  404: "not_found",
  408: "unavailable",
  409: "conflict",
  410: "not_found",
  412: "conflict",
  413: "too_large",
  422: "validation",
  425: "unavailable",
  429: "rate_limit",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
  "4XX": "request",
  "5XX": "internal",
};

/** The category of a status that nothing more precise is known about. */
export function categoryOfStatus(status: number): Category {
  const [exact, range] = statusKeys(status);
  return usual[exact] ?? usual[range] ?? "unexpected";
}

/** The retry class of a category. 501 and 505 say that the server can't, not that it can't now. */
export function retryOfCategory(category: Category, status: number): Retry {
  if (category === "rate_limit") return "after-delay";
  if (category === "unavailable") return "backoff";
  return category === "internal" && status !== 501 && status !== 505 ? "backoff" : "never";
}

/** The category of a rule: its own, else that of the status it stands for. */
export function categoryOf(rule: ErrorRule | undefined, answered: number): Category {
  return rule?.category ?? categoryOfStatus(statusOf(rule, answered));
}

/** The retry class of a rule: its own, else that of its category. */
export function retryOf(rule: ErrorRule | undefined, answered: number): Retry {
  return rule?.retry ?? retryOfCategory(categoryOf(rule, answered), statusOf(rule, answered));
}

/** The first status of a rule; that of the answer where the rule stands for a range of statuses or for all. */
function statusOf(rule: ErrorRule | undefined, answered: number): number {
  return Number(rule?.statuses[0]) || answered;
}
