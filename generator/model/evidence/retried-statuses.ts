import { child, items, type Node } from "../../read/source.js";

/** The statuses that a document asks to retry: `x-speakeasy-retries` at its root. */
export function retriedStatuses(document: Node): ReadonlySet<string> {
  const listed = items(child(document, "x-speakeasy-retries", "statusCodes"));
  return new Set(listed.map(({ value }) => String(value).toUpperCase()));
}
