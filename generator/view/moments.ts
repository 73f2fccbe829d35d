import { isObject } from "../runtime/pointer.js";
import { wordsOf } from "./names.js";

/** A value without what differs from one answer to the next of the same kind: times, and the ids of requests and things. */
export function withoutMoments(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutMoments(item, name));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutMoments(member, key)]));
  if (typeof value === "string") return isMoment(name) ? "" : value.replace(words, wordOnly);
  return typeof value === "number" && (isMoment(name) || value >= epoch) ? 0 : value;
}

/** Seconds since 1970, of September 2001 and later. */
const epoch = 1_000_000_000;

const momentary: ReadonlySet<string> = new Set(["at", "date", "guid", "id", "ids", "time", "timestamp", "uuid"]);

/** Whether a member is a time or an id by the last word of its name: `id`, `request_id`, `traceId`, `Date`, `createdAt`. */
function isMoment(name: string): boolean {
  return momentary.has(wordsOf(name).at(-1)?.toLowerCase() ?? "");
}

/** What stands between spaces, quotes and brackets. */
const words = /[^\s"'`()[\]{}<>,;]+/g;

/** A word, or nothing where it is a uuid, a time, or an id: six digits and more, or a run of digits and letters mixed. */
function wordOnly(word: string): string {
  const isTime = /^\d{4}-\d\d-\d\d/.test(word) || /^\d\d?:\d\d/.test(word);
  const digits = word.replace(/\D/g, "").length;
  return isTime || digits >= 6 || (digits >= 3 && word.length >= 12) ? "" : word;
}
