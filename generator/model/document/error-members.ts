const containers =
  /err|fault|fail|exception|problem|detail|issue|reason|cause|violation|invalid|warning|message|tppmessages/i;
const plainContainers = new Set(["items", "body", "response", "status", "meta", "extensions", "_embedded"]);
const success = /^(?:data|results?|links?|_links|pagination|paging|value)$/i;

/** Whether a member holds what an operation gives on success, or leads to it. */
export function isOfSuccess(name: string): boolean {
  return success.test(name);
}

/** Whether a member of a body may hold the error, or say something of it: what else a body holds is never looked into. */
export function mayHoldError(name: string): boolean {
  return !success.test(name) && (containers.test(name) || plainContainers.has(name.toLowerCase()));
}
