import { isContainer } from "./pointer.js";
import { isSecret } from "./secret.js";

/** How many values, and how many characters of a text, are worth a place in a log. */
const maxValues = 1000;
const maxText = 2000;

/** A copy of a value for logs and queues: secret texts redacted, long texts and long lists cut. Ends on cycles too. */
export function loggable(value: unknown): unknown {
  let left = maxValues;
  const copy = (member: unknown, name: string): unknown => {
    left -= 1;
    if (typeof member === "string") return isSecret(name) ? "[redacted]" : member.slice(0, maxText);
    if (Array.isArray(member)) return member.flatMap((item) => (left > 0 ? [copy(item, name)] : []));
    if (!isContainer(member)) return member;
    return Object.fromEntries(
      Object.entries(member).flatMap(([key, each]) => (left > 0 ? [[key, copy(each, key)]] : [])),
    );
  };
  return copy(value, "");
}
