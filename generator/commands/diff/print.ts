import type { Change, Seen, Witness } from "../../diff/change.js";
import type { ChangeLevel } from "../../diff/rules.js";
import { rules } from "../../diff/rules.js";
import type { Position } from "../../problem/problem.js";
import { escapeInLines } from "../../runtime/text.js";
import { counted } from "../../view/words.js";

/** A change, and where both documents say it. */
export interface Placed extends Change {
  readonly before: Position;
  readonly after: Position;
}

const styles: Readonly<Record<ChangeLevel, string>> = {
  breaking: "\u001b[31m",
  warning: "\u001b[33m",
  note: "\u001b[36m",
};

/** For people: what changed, who is hurt, and an answer that shows it. */
export function printChanges(changes: readonly Placed[], colour: boolean): string {
  return `${changes.map((change) => `${block(change, colour)}\n`).join("")}${totals(changes)}\n`;
}

function block(change: Placed, colour: boolean): string {
  const { level, rule, message, hurts, witness, fingerprint } = change;
  const paint = (text: string) => (colour ? `${styles[level]}${text}\u001b[0m` : text);
  const lines = [
    `${placeOf(change)}: ${paint(level)}: ${shown(message)} (${rule})`,
    ...(hurts.length > 0 ? [`  hurts: ${hurts.join(", ")}`] : []),
    ...(witness ? witnessLines(witness).map((line) => `  ${line}`) : []),
    `  fingerprint: ${fingerprint}`,
  ];
  return `${lines.join("\n")}\n`;
}

function witnessLines(witness: Witness): string[] {
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

export function totals(changes: readonly Change[]): string {
  if (changes.length === 0) return "no changes";
  const count = (level: ChangeLevel) => changes.filter((change) => change.level === level).length;
  return `${count("breaking")} breaking, ${counted(count("warning"), "warning")}, ${counted(count("note"), "note")}`;
}

/** A comment of a pull request: the mark lets a bot find the one that it wrote before. */
export function changesMarkdown(changes: readonly Placed[]): string {
  const cell = (text: string) => shown(text).replaceAll("|", "\\|").replaceAll("<", "&lt;");
  const rows = changes.map(
    (change) =>
      `| ${change.level} | ${cell(change.message)} | ${change.hurts.join(", ")} | \`${change.rule}\` | ${cell(placeOf(change))} |\n`,
  );
  const table =
    rows.length === 0 ? "" : `\n| | change | hurts | rule | place |\n|---|---|---|---|---|\n${rows.join("")}`;
  const shownWitnesses = changes.filter(({ witness }) => witness).slice(0, 10);
  const witnesses = shownWitnesses.map(
    ({ message, witness }) =>
      `\n<details><summary>${cell(message)}</summary>\n\n\`\`\`\`text\n${witnessLines(witness!).join("\n")}\n\`\`\`\`\n\n</details>\n`,
  );
  return `<!-- openapi-errors diff -->\n### Errors: ${totals(changes)}\n${table}${witnesses.join("")}`;
}

/** Annotations of GitHub Actions. */
export function changesAnnotations(changes: readonly Placed[]): string {
  const value = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => value(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const kinds: Readonly<Record<ChangeLevel, string>> = { breaking: "error", warning: "warning", note: "notice" };
  return changes
    .map(({ level, message, rule, after: { file, line, column } }) => {
      const place = `file=${property(file)},line=${line},col=${column},title=${property(`openapi-errors: ${rule}`)}`;
      return `::${kinds[level]} ${place}::${value(shown(message))}\n`;
    })
    .join("");
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

/** Where to look: of what is gone, where it was. */
function placeOf({ rule, before, after }: Placed): string {
  const { file, line, column } = rule === "code-removed" || rule === "tombstone-removed" ? before : after;
  return `${file}:${line}:${column}`;
}

function shown(text: string, longest = 500): string {
  const plain = escapeInLines(text).replaceAll("\n", " ");
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
