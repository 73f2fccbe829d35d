import type { Seen, Witness } from "../../diff/change.js";
import { type ChangeLevel, rules } from "../../diff/rules.js";
import { escapeInLines } from "../../runtime/text.js";
import { counted } from "../../view/words.js";
import type { DiffChange } from "./report.js";

const styles: Readonly<Record<ChangeLevel, string>> = {
  breaking: "\u001b[31m",
  warning: "\u001b[33m",
  note: "\u001b[36m",
};

const faint = "\u001b[2m";

/** For people: what changed, who is hurt, and an answer that shows it. */
export function printChanges(changes: readonly DiffChange[], colour: boolean): string {
  return `${changes.map((change) => `${block(change, colour)}\n`).join("")}${totals(changes)}\n`;
}

function block(change: DiffChange, colour: boolean): string {
  const { level, rule, message, hurts, witness, fingerprint, accepted } = change;
  const paint = (text: string) => (colour ? `${accepted ? faint : styles[level]}${text}\u001b[0m` : text);
  const weight = accepted ? `accepted, ${level}` : level;
  const lines = [
    `${placeOf(change)}: ${paint(weight)}: ${shown(message)} (${rule})`,
    ...(accepted ? [`  accepted until ${accepted.until}: ${shown(accepted.reason)}`] : []),
    ...(hurts.length > 0 ? [`  hurts: ${hurts.join(", ")}`] : []),
    ...(witness ? witnessLines(witness).map((line) => `  ${line}`) : []),
    `  fingerprint: ${fingerprint}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The answer that shows a change, and what the two clients see differently. */
export function witnessLines(witness: Witness): string[] {
  const { answer, old, new: now, validUnder } = witness;
  const body = answer.body === undefined || answer.body === null ? "" : ` ${shown(JSON.stringify(answer.body), 300)}`;
  return [
    `an answer that the ${validUnder} contract allows: ${answer.status}${body}`,
    ...Object.entries(differing(old, now)).map(([name, [was, is]]) => `  ${name}: ${was} before, ${is} after`),
  ];
}

/** What the two clients see differently. */
function differing(old: Seen, now: Seen): Record<string, [string, string]> {
  const keys = Object.keys(now) as (keyof Seen)[];
  const text = (value: unknown) => shown(value === undefined ? "nothing" : JSON.stringify(value), 120);
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
      .map((key) => [key, [text(old[key]), text(now[key])]]),
  );
}

/** `1 breaking, 0 warnings, 2 notes` */
export function totals(changes: readonly DiffChange[]): string {
  if (changes.length === 0) return "no changes";
  const open = changes.filter(({ accepted }) => !accepted);
  const count = (level: ChangeLevel) => open.filter((change) => change.level === level).length;
  const weighing = `${count("breaking")} breaking, ${counted(count("warning"), "warning")}, ${counted(count("note"), "note")}`;
  return open.length === changes.length ? weighing : `${weighing}, ${changes.length - open.length} accepted`;
}

/** Where to look: of what is gone, where it was. */
export function placeOf({ rule, before, after }: DiffChange): string {
  const { file, line, column } = rule === "code-removed" || rule === "tombstone-removed" ? before : after;
  return `${file}:${line}:${column}`;
}

/** Text from a document, in one line that can be read. */
export function shown(text: string, longest = 500): string {
  const plain = escapeInLines(text).replaceAll("\n", " ");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Which change hurts whom. */
export function rulesText(): string {
  return Object.entries(rules)
    .map(
      ([id, { level, facet, hurts, meaning }]) =>
        `${id} (${level}, ${facet})\n  ${meaning}\n${hurts.length > 0 ? `  hurts: ${hurts.join(", ")}\n` : ""}`,
    )
    .join("\n");
}
