import { escapeInLines } from "../runtime/text.js";
import type { Seen, Witness } from "./change.js";

/** The answer that shows a change, and what the two clients see differently: a line each. */
export function witnessLines({ answer, old, new: now, validUnder }: Witness): string[] {
  const body = answer.body === undefined || answer.body === null ? "" : ` ${shown(JSON.stringify(answer.body), 300)}`;
  return [
    `an answer that the ${validUnder} contract allows: ${answer.status}${body}`,
    ...Object.entries(differing(old, now)).map(([name, [was, is]]) => `  ${name}: ${was} before, ${is} after`),
  ];
}

function differing(old: Seen, now: Seen): Record<string, [string, string]> {
  const keys = Object.keys(now) as (keyof Seen)[];
  const text = (value: unknown) => shown(value === undefined ? "nothing" : JSON.stringify(value), 120);
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
      .map((key) => [key, [text(old[key]), text(now[key])]]),
  );
}

/** Text from a document, in one line that can be read. */
export function shown(text: string, longest = 500): string {
  const plain = escapeInLines(text).replaceAll("\n", " ");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
