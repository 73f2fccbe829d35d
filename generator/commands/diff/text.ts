import { type ChangeLevel, type RuleId, rules } from "../../diff/rules.js";
import { shown, witnessLines } from "../../diff/witness-text.js";
import { counted } from "../../view/words.js";
import type { DiffFormat } from "./formats.js";
import type { DiffChange } from "./report.js";

export const levelStyles: Readonly<Record<ChangeLevel, string>> = {
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
  const paint = (text: string) => (colour ? `${accepted ? faint : levelStyles[level]}${text}\u001b[0m` : text);
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

/** `1 breaking, 0 warnings, 2 notes` */
export function totals(changes: readonly DiffChange[]): string {
  if (changes.length === 0) return "no changes";
  const open = changes.filter(({ accepted }) => !accepted);
  const count = (level: ChangeLevel) => open.filter((change) => change.level === level).length;
  const weighing = `${count("breaking")} breaking, ${counted(count("warning"), "warning")}, ${counted(count("note"), "note")}`;
  return open.length === changes.length ? weighing : `${weighing}, ${changes.length - open.length} accepted`;
}

const gone: readonly RuleId[] = ["api-removed", "code-removed", "tombstone-removed"];

/** Where to look: of what is gone, where it was. */
export function placeOf({ rule, before, after }: DiffChange): string {
  const { file, line, column } = gone.includes(rule) ? before : after;
  return `${file}:${line}:${column}`;
}

/** Which change hurts whom. */
export function rulesText(format: DiffFormat): string {
  if (format === "json") return `${JSON.stringify(rulesAsData(), null, 2)}\n`;
  return Object.entries(rules)
    .map(
      ([id, { level, facet, hurts, meaning }]) =>
        `${id} (${level}, ${facet})\n  ${meaning}\n${hurts.length > 0 ? `  hurts: ${hurts.join(", ")}\n` : ""}`,
    )
    .join("\n");
}

function rulesAsData(): readonly object[] {
  return Object.entries(rules).map(([rule, said]) => ({ rule, ...said }));
}
