// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

const amount = "\\d{1,15}(?:\\.\\d{1,9})?";
const unit = "ms|msec|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?";

const number = new RegExp(`^${amount}$`);
/** `53s`, `2 min`, `1500ms`, and several of them: `6m0s`, `1h 2m 3.5s`. */
const parts = new RegExp(`^(?:${amount} ?(?:${unit}) ?){1,6}$`, "i");
const part = new RegExp(`(${amount}) ?(${unit})`, "gi");
/** ISO 8601, as far as it has one length: `PT30S`, `P1DT2H`. */
const iso = /^P(?=.*\d[A-Z]$)(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/i;
const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/;

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** The seconds that a text says: a plain number is of the unit that is usual where it stands. */
export function secondsOfText(given: string, isInMilliseconds: boolean): number | undefined {
  const text = given.trim();
  if (number.test(text)) return isInMilliseconds ? Number(text) / 1000 : Number(text);
  if (parts.test(text))
    return [...text.matchAll(part)].reduce((sum, [, each, name]) => sum + inSeconds(Number(each), name!), 0);
  const [, days, ...times] = iso.exec(text) ?? [undefined, undefined, ...(clock.exec(text) ?? []).slice(1)];
  if (days === undefined && times.every((each) => each === undefined)) return undefined;
  const [hours, minutes, seconds] = times.map((each) => Number(each ?? 0));
  return ((Number(days ?? 0) * 24 + hours!) * 60 + minutes!) * 60 + seconds!;
}

function inSeconds(value: number, name: string): number {
  return /^m(?:s|illi)/i.test(name) ? value / 1000 : value * secondsIn[name.charAt(0).toLowerCase()]!;
}
