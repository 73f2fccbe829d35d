import { ApiError } from "./api-error.js";
import { categoryOfStatus } from "./category.js";
import type { ParserContract } from "./contract.js";
import type { Classified, ErrorJSON } from "./error.js";
import type { Caller } from "./stack.js";

/**
 * The error that `toJSON` was called on: for workers, queues and logs. The body and the headers did not travel. What is
 * not the JSON of an error of this API comes back as an unlisted error of status 0.
 */
export function errorOfJSON(contract: ParserContract, json: ErrorJSON, calledAs?: Caller): ApiError {
  const given: Partial<Classified> = typeof json === "object" && json !== null && json.api === contract.api ? json : {};
  const { code = "http_0", status = 0, closest, listed } = given;
  const data: Classified = {
    api: contract.api,
    code: String(code),
    // A newer program may have sent a code that this one does not list.
    listed: listed === true && Object.hasOwn(contract.errors, code),
    status: Number(status),
    message: String(given.message ?? `HTTP ${status}`),
    details: given.details,
    fields: given.fields ?? [],
    requestId: given.requestId,
    retryAfter: given.retryAfter,
    closest: closest !== undefined && Object.hasOwn(contract.errors, closest) ? closest : undefined,
    category: given.category ?? categoryOfStatus(status),
    operation: given.operation,
    request: given.request,
    deviations: given.deviations ?? [],
    body: undefined,
    headers: {},
  };
  return new ApiError(contract.name, data, {}, calledAs);
}
