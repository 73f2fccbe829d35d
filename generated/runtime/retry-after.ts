// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

/**
 * The seconds that a `Retry-After` asks to wait (RFC 9110, section 10.2.3); undefined where it is malformed or past.
 * A date counts from the answer's own `Date` where it has one, since clocks differ, and is rounded up: never early.
 */
export function parseRetryAfter(value = "", date = ""): number | undefined {
  const text = value.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
  const until = httpTime(text);
  if (until === undefined) return undefined;
  const from = httpTime(date) ?? Date.now();
  return until > from ? Math.ceil((until - from) / 1000) : undefined;
}

/** The time of an HTTP date (RFC 9110, section 5.6.7); undefined for anything else, and for dates that do not exist. */
export function httpTime(given = ""): number | undefined {
  const text = given.trim();
  if (text === "") return undefined;
  const limit = new Date();
  const year = limit.getUTCFullYear();
  limit.setUTCFullYear(year + 50);
  // The two old forms as today's: `Sun, 06 Nov 1994 08:49:37 GMT`.
  const fixdate = text
    .replace(/^(\w{3} \w{3}) {2}/, "$1 0")
    .replace(/^(\w{3}) (\w{3}) (\d\d) (\S+) (\d{4})$/, "$1, $3 $2 $5 $4 GMT")
    .replace(/^(\w{3})[a-z]*day, (\d\d)-(\w{3})-(\d\d) /, `$1, $2 $3 ${Math.trunc(year / 100)}$4 `);
  // A leap second is read as the second before it, and one more.
  const exact = fixdate.replace(":60 GMT", ":59 GMT");
  const time = Date.parse(exact);
  // Date.parse takes 31 February for 3 March, and much that is no date: what does not come back as it was is none.
  if (Number.isNaN(time) || new Date(time).toUTCString() !== exact) return undefined;
  // A year of two digits that seems more than 50 years ahead is in the past century: no time to wait for.
  if (text.includes("-") && time > limit.getTime()) return undefined;
  return exact === fixdate ? time : time + 1000;
}
