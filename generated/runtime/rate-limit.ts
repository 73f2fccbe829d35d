// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { ParserContract } from "./contract.js";
import { secondsOfText } from "./duration.js";
import { own } from "./pointer.js";
import { httpTime } from "./retry-after.js";

type Headers = Readonly<Record<string, string>>;

const remaining = ["x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"];
const resets = [
  ...["ratelimit-reset", "x-ratelimit-reset-after", "x-ratelimit-reset", "x-rate-limit-reset"],
  ...["x-ratelimit-reset-requests", "x-ratelimit-reset-tokens"],
];

/** Whether the headers say that no request is left. */
export function isSpent(headers: Headers): boolean {
  const left = remaining.some((name) => own(headers, name)?.trim() === "0");
  return left || policiesIn(own(headers, "ratelimit")).some(({ left }) => left === 0);
}

/** Whether a header says when a limit is renewed: such headers come with every answer, and ask only some to wait. */
export function isOfLimit(name: string): boolean {
  return /reset|^ratelimit$/i.test(name);
}

/** The seconds until a rate limit is over, where the headers say so that the contract names, or the usual ones. */
export function limitReset({ delayHeaders = [] }: ParserContract, headers: Headers): number | undefined {
  const wait = waitOfLimits(own(headers, "ratelimit"));
  if (wait !== undefined) return wait;
  const now = httpTime(own(headers, "date")) ?? Date.now();
  const declared = delayHeaders.map(({ name }) => name.toLowerCase()).filter((name) => /reset/.test(name));
  const delays = [...declared, ...resets].map((name) => resetOf(headers, name, now));
  return delays.find((delay) => delay !== undefined);
}

/**
 * The seconds until the time that a header states: seconds or milliseconds since 1970 by their size, or a date; a number
 * that is too small for either is a delay, and so is a duration such as `6m0s`. None where requests are left.
 */
export function resetOf(headers: Headers, name: string, now: number): number | undefined {
  const text = own(headers, name)?.trim() ?? "";
  if (name.includes("reset") && isLeft(headers, name)) return undefined;
  const stated = secondsOfText(text, false);
  if (stated !== undefined && stated < 1e9) return stated;
  const until = stated === undefined ? timeOf(text) : stated < 1e11 ? stated * 1000 : stated;
  return until !== undefined && until > now ? Math.ceil((until - now) / 1000) : undefined;
}

/** Whether something is left of the limit that a header is about: `x-ratelimit-remaining-requests`, or of all. */
function isLeft(headers: Headers, name: string): boolean {
  const names = [name.replace("reset", "remaining"), name.replace(/reset.*/, "remaining")];
  const left = names.map((each) => numberOf(own(headers, each))).find((each) => each !== undefined);
  return left !== undefined && left > 0;
}

/** A date of HTTP, or one of RFC 3339 that exists. */
function timeOf(text: string): number | undefined {
  const [, day] =
    /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-][01]\d:[0-5]\d)$/.exec(text) ?? [];
  if (day === undefined) return httpTime(text);
  // Date.parse takes 30 February for 2 March.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
  return exists ? Date.parse(text) : undefined;
}

function numberOf(text = ""): number | undefined {
  return /^\d{1,15}(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : undefined;
}

/** The seconds until every limit of a `RateLimit` header that is used up is renewed. */
function waitOfLimits(header: string | undefined): number | undefined {
  const waits = policiesIn(header).flatMap(({ left, wait }) => (left === 0 && wait !== undefined ? [wait] : []));
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** `"default";r=0;t=30, "daily";r=9;t=3600` of today's draft, `limit=100, remaining=0, reset=30` of those before. */
function policiesIn(header = ""): { readonly left: number | undefined; readonly wait: number | undefined }[] {
  const unquoted = header.slice(0, 1000).replace(/"[^"]*"/g, "");
  const items = unquoted.includes(";") ? unquoted.split(",") : [unquoted];
  return items.map((item) => ({
    left: parameter(item, "r", "remaining"),
    wait: parameter(item, "t", "reset"),
  }));
}

function parameter(item: string, ...names: readonly string[]): number | undefined {
  const parts = item.split(/[;,]/).map((part) => part.trim().split("="));
  const found = parts.find(([name = "", value = ""]) => names.includes(name) && /^\d{1,15}$/.test(value));
  return found && Number(found[1]);
}
