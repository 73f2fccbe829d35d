// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/**
 * The seconds that a `Retry-After` asks to wait (RFC 9110, section 10.2.3); undefined where it is malformed or past.
 * A date counts from the answer's own `Date` where it has one, since clocks differ, and is rounded up: never early.
 */
export function parseRetryAfter(value: string | undefined, date: string | undefined): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
  const until = parseHttpDate(text);
  const from = parseHttpDate(date?.trim() ?? "") ?? Date.now();
  return until !== undefined && until > from ? Math.ceil((until - from) / 1000) : undefined;
}

/** The time of an HTTP date (RFC 9110, section 5.6.7); undefined for anything else, and for dates that do not exist. */
function parseHttpDate(text: string): number | undefined {
  const asctime = /^(\w{3}) (\w{3}) ([ \d]\d) (\S+) (\d{4})$/.exec(text);
  if (asctime)
    return parseFixdate(
      `${asctime[1]}, ${asctime[3]?.replace(" ", "0")} ${asctime[2]} ${asctime[5]} ${asctime[4]} GMT`,
    );
  const rfc850 = /^(\w{3})[a-z]*day, (\d\d)-(\w{3})-(\d\d) (\S+) GMT$/.exec(text);
  if (!rfc850) return parseFixdate(text);
  const limit = new Date();
  const century = Math.trunc(limit.getUTCFullYear() / 100);
  const time = parseFixdate(`${rfc850[1]}, ${rfc850[2]} ${rfc850[3]} ${century}${rfc850[4]} ${rfc850[5]} GMT`);
  // A year of two digits that seems more than 50 years ahead is in the past century: no time to wait for.
  limit.setUTCFullYear(limit.getUTCFullYear() + 50);
  return time !== undefined && time <= limit.getTime() ? time : undefined;
}

/** The time of `Sun, 06 Nov 1994 08:49:37 GMT`. */
function parseFixdate(text: string): number | undefined {
  // A leap second is read as the second before it, and one more.
  const exact = text.replace(":60 GMT", ":59 GMT");
  const time = Date.parse(exact);
  // Date.parse takes 31 February for 3 March, and much that is no date: what does not come back as it was is none.
  if (Number.isNaN(time) || new Date(time).toUTCString() !== exact) return undefined;
  return exact === text ? time : time + 1000;
}
