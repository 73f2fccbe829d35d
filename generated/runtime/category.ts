// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

/** Every category: one closed set for all APIs. */
export const categories = [
  "authentication",
  "permission",
  "billing",
  "quota",
  "not_found",
  "conflict",
  "validation",
  "too_large",
  "rate_limit",
  "unavailable",
  "internal",
  "request",
  "unexpected",
] as const;

/** What an error is about. */
export type Category = (typeof categories)[number];

/** Whether sending the same request again can help: not at all, after a growing pause, or once a stated delay is over. */
export type Retry = "never" | "backoff" | "after-delay";

/** By a status or its range. */
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
  return usual[status] ?? usual[`${Math.trunc(status / 100)}XX`] ?? "unexpected";
}

/** The retry class of a category. 501 and 505 say that the server can't, not that it can't now. */
export function retryOfCategory(category: Category, status: number): Retry {
  if (category === "rate_limit") return "after-delay";
  if (category === "unavailable") return "backoff";
  return category === "internal" && status !== 501 && status !== 505 ? "backoff" : "never";
}
