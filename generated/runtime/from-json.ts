// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { type ApiError, makeError } from "./api-error.js";
import { categoryOfStatus } from "./category.js";
import type { ParserContract } from "./contract.js";
import type { Classified, ErrorJSON } from "./error.js";
import { keptCode } from "./kept-code.js";
import { own } from "./pointer.js";
import type { Caller } from "./stack.js";
import { textOf } from "./text.js";

/**
 * The error that `toJSON` was called on: for workers, queues and logs. The body and the headers did not travel. What is
 * not the JSON of an error of this API comes back as an unlisted error of status 0.
 */
export function errorOfJSON(contract: ParserContract, json: ErrorJSON, calledAs?: Caller): ApiError {
  const given: Partial<Classified> = typeof json === "object" && json !== null && json.api === contract.api ? json : {};
  const { closest, listed } = given;
  const code = keptCode(contract, textOf(given.code) ?? "http_0");
  const status = Number.isInteger(given.status) ? given.status! : 0;
  const data: Classified = {
    api: contract.api,
    code,
    // A newer program may have sent a code that this one does not list.
    listed: listed === true && own(contract.errors, code) !== undefined,
    status,
    message: textOf(given.message) ?? `HTTP ${status}`,
    details: given.details,
    fields: Array.isArray(given.fields) ? given.fields : [],
    requestId: given.requestId,
    retryAfter: given.retryAfter,
    closest: typeof closest === "string" && own(contract.errors, closest) ? closest : undefined,
    category: given.category ?? categoryOfStatus(status),
    operation: given.operation,
    request: given.request,
    deviations: Array.isArray(given.deviations) ? given.deviations : [],
    body: undefined,
    headers: {},
  };
  return makeError(contract.name, data, {}, calledAs);
}
