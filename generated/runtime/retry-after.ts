// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const month = `(${months.join("|")})`;
const time = "(\\d\\d):(\\d\\d):(\\d\\d)";
// The three date forms of RFC 9110, section 5.6.7; the named groups are the same in all.
const imfFixdate = new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d\\d) ${month} (\\d{4}) ${time} GMT$`);
const rfc850 = new RegExp(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\\d\\d)-${month}-(\\d\\d) ${time} GMT$`);
const asctime = new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} ([ \\d]\\d) ${time} (\\d{4})$`);

/**
 * The seconds that a `Retry-After` asks to wait (RFC 9110, section 10.2.3); undefined where it is malformed or past.
 * A date counts from the answer's own `Date` where it has one, since clocks differ, and is rounded up: never early.
 */
export function parseRetryAfter(value: string | undefined, date: string | undefined): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
  const until = parseHttpDate(text, Date.now());
  if (until === undefined) return undefined;
  const from = parseHttpDate(date?.trim() ?? "", Date.now()) ?? Date.now();
  return until > from ? Math.ceil((until - from) / 1000) : undefined;
}

function parseHttpDate(text: string, now: number): number | undefined {
  const fixed = imfFixdate.exec(text);
  if (fixed) return utc(fixed[3], fixed[2], fixed[1], fixed.slice(4));
  const ansi = asctime.exec(text);
  if (ansi) return utc(ansi[6], ansi[1], ansi[2], ansi.slice(3));
  const old = rfc850.exec(text);
  if (!old) return undefined;
  const at = (year: number) => utc(String(year), old[2], old[1], old.slice(4));
  const century = Math.floor(new Date(now).getUTCFullYear() / 100) * 100;
  const near = at(century + Number(old[3]));
  // A two-digit year that seems more than 50 years ahead means the past century.
  const limit = new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + 50);
  return near !== undefined && near > limit ? at(century - 100 + Number(old[3])) : near;
}

function utc(year = "", month = "", day = "", clock: readonly string[] = []): number | undefined {
  const [hours, minutes, seconds] = clock.map(Number) as [number, number, number];
  const midnight = new Date(Date.UTC(Number(year), months.indexOf(month), Number(day)));
  // Date.UTC takes 31 February for 3 March: a date that does not come back is none. Second 60 is a leap second.
  const real = midnight.getUTCDate() === Number(day) && hours < 24 && minutes < 60 && seconds <= 60;
  return real ? midnight.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000 : undefined;
}
