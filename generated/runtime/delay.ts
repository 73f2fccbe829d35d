// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { DelayHeader, Envelope, ParserContract } from "./contract.js";
import { secondsOfText } from "./duration.js";
import { isObject, itemsOf, own, tokensOf, valuesAt } from "./pointer.js";
import { isOfLimit, resetOf } from "./rate-limit.js";
import { httpTime, parseRetryAfter } from "./retry-after.js";

type Headers = Readonly<Record<string, string>>;

/** `retry_after_ms`, `retryAfterMs`, `retryDelayMillis`. */
const inMilliseconds = /(?:[_-]ms|[a-z\d]M[sS]|millis(?:econds)?)$|[a-z]Millis(?:econds)?$/;

/** The seconds to wait that headers state: `Retry-After`, else what the contract says states them. */
export function delayInHeaders({ delayHeaders = [] }: ParserContract, headers: Headers): number | undefined {
  const after = parseRetryAfter(own(headers, "retry-after"), own(headers, "date"));
  if (after !== undefined) return after;
  for (const header of delayHeaders) {
    const delay = isOfLimit(header.name) ? undefined : delayInHeader(header, headers);
    if (delay !== undefined) return delay;
  }
  return undefined;
}

function delayInHeader({ name, unit }: DelayHeader, headers: Headers): number | undefined {
  const key = name.toLowerCase();
  if (unit === "epoch-seconds") return resetOf(headers, key, httpTime(own(headers, "date")) ?? Date.now());
  return secondsOf(own(headers, key), unit === "milliseconds");
}

/** The seconds to wait that a body states: where its envelope says, or in a `google.rpc.RetryInfo` among its details. */
export function delayIn(body: unknown, { delay = "", details }: Envelope): number | undefined {
  for (const value of delay === "" ? [] : valuesAt(body, delay)) {
    const seconds = value === undefined ? undefined : secondsOf(value, inMilliseconds.test(tokensOf(delay).pop()!));
    if (seconds !== undefined) return seconds;
  }
  for (const item of details === undefined ? [] : itemsOf(valuesAt(body, details))) {
    const seconds = secondsOf(retryInfo(item), false);
    if (seconds !== undefined) return seconds;
  }
  return undefined;
}

function retryInfo(item: unknown): unknown {
  if (!isObject(item)) return undefined;
  const type = own(item, "@type");
  return typeof type === "string" && type.endsWith("google.rpc.RetryInfo") ? own(item, "retryDelay") : undefined;
}

/** A number, or a text that is one or has units: `30`, `"53s"`, `"1500ms"`, `"PT30S"`. */
function secondsOf(value: unknown, isShort: boolean): number | undefined {
  if (typeof value === "string") return secondsOfText(value, isShort);
  if (typeof value !== "number" || !(value >= 0 && value < Number.POSITIVE_INFINITY)) return undefined;
  return isShort ? value / 1000 : value;
}
