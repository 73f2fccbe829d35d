/** What the members of an entry are called, where no rule says otherwise; the schema of `x-error-codes` knows them all. */
export const usual = {
  code: ["code", "error-code", "error_code", "errorCode", "type", "slug", "name", "value", "id"],
  title: ["title", "summary", "label"],
  text: ["description", "message", "meaning", "detail", "text"],
  resolution: ["resolution", "recoveryHint", "remedy", "solution", "fix", "action"],
  status: ["status", "statusCode", "status_code", "httpStatus", "http_status", "http-status"],
  retry: ["retry", "retryable", "canRetry"],
  deprecated: ["deprecated"],
  since: ["since"],
  replacedBy: ["replacedBy"],
  retired: ["retired"],
};
