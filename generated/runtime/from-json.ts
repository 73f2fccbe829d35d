// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { type ApiError, makeError } from "./api-error.js";
import { categories, categoryOfStatus } from "./category.js";
import type { ParserContract } from "./contract.js";
import { isShallowJson } from "./depth.js";
import type { Classified, Deviation, ErrorJSON, FieldError, RequestInfo } from "./error.js";
import { keptCode } from "./kept-code.js";
import { isObject, own } from "./pointer.js";
import type { Caller } from "./stack.js";
import { textOf } from "./text.js";

/**
 * The error that `toJSON` was called on, or Python's `to_dict`: for workers, queues and logs. The body and the headers did
 * not travel. What is not the JSON of an error of this API comes back as an unlisted error of status 0, and a member that
 * is not what it should be as if it were not there.
 */
export function errorOfJSON(contract: ParserContract, json: ErrorJSON, calledAs?: Caller): ApiError {
  const given = isObject(json) && json.api === contract.api ? ofPython(json) : {};
  const code = keptCode(contract, textOf(given.code) ?? "http_0");
  // A newer program may have sent a code that this one does not list.
  const listed = given.listed === true && own(contract.errors, code) !== undefined;
  const closest = listed ? code : given.closest;
  const status = Number.isInteger(given.status) ? (given.status as number) : 0;
  const { retryAfter, category } = given;
  const data: Classified = {
    api: contract.api,
    code,
    listed,
    status,
    message: textOf(given.message) ?? `HTTP ${status}`,
    details: isShallowJson(given.details) ? given.details : undefined,
    fields: itemsOf(given.fields, isFieldError).map(({ path, message }) => ({ path, message })),
    requestId: stringOf(given.requestId),
    retryAfter: Number.isFinite(retryAfter) && (retryAfter as number) >= 0 ? (retryAfter as number) : undefined,
    closest: typeof closest === "string" && own(contract.errors, closest) ? closest : undefined,
    category: categories.find((each) => each === category) ?? categoryOfStatus(status),
    operation: stringOf(given.operation),
    request: requestOf(given.request),
    deviations: itemsOf(given.deviations, isDeviation).map(deviationOf),
    body: undefined,
    headers: {},
  };
  return makeError(contract.name, data, {}, calledAs);
}

type Given = { readonly [Member in keyof Classified]?: unknown };

/** Python's names are in snake_case, and it writes null for what is not there. */
function ofPython(json: Readonly<Record<string, unknown>>): Given {
  if (!Object.hasOwn(json, "request_id")) return json;
  const { request_id: requestId, retry_after: retryAfter, details } = json;
  return { ...json, requestId, retryAfter, details: details ?? undefined };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function itemsOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isFieldError(value: unknown): value is FieldError {
  const { path, message } = isObject(value) ? value : {};
  return typeof message === "string" && Array.isArray(path) && path.every((segment) => textOf(segment) !== undefined);
}

function isDeviation(value: unknown): value is Deviation {
  const { pointer, expected, found } = isObject(value) ? value : {};
  return [pointer, expected, found].every((text) => typeof text === "string");
}

function deviationOf({ pointer, expected, found }: Deviation): Deviation {
  return { pointer, expected, found };
}

function requestOf(value: unknown): RequestInfo | undefined {
  if (!isObject(value)) return undefined;
  const { method, url } = value;
  return { method: stringOf(method), url: stringOf(url) };
}
