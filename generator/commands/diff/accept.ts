import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { shownPath } from "../../read/file.js";
import { yaml } from "../../read/yaml-library.js";
import { counted } from "../../view/words.js";
import { yamlWith } from "../../write/edit-yaml.js";
import { writeWhole } from "../../write/whole-file.js";
import { exceptionsName, isDay } from "./exceptions-file.js";
import type { DiffChange } from "./report.js";

/** What is to be accepted, why, and how long. */
export interface Accepting {
  readonly fingerprints: readonly string[];
  readonly reason: string;
  /** The last day: `2027-01-31`. */
  readonly until: string;
  /** The file of exceptions. */
  readonly file: string | undefined;
}

export type Accepted = { readonly said: string } | { readonly refused: string };

/** What is wrong with what was asked, before anything is compared; undefined: nothing. */
export function refusedAcceptance(
  { accept, reason, until }: { accept?: readonly string[]; reason?: string; until?: string },
  today: string,
): string | undefined {
  if (!accept)
    return reason === undefined && until === undefined
      ? undefined
      : "`--reason` and `--until` belong to `--accept <fingerprint>`";
  const isLasting = until !== undefined && isDay(until);
  const refused = [
    ...(reason?.trim() ? [] : ['say why: add `--reason "..."`']),
    ...(isLasting ? [] : ["say how long: add `--until`, with a day like `2027-01-31`"]),
    ...(isLasting && until < today ? [`\`--until ${until}\` is past`] : []),
  ];
  return refused.length === 0 ? undefined : refused.join("; ");
}

/** Writes an exception for each change that is meant, behind those that are there; comments stay. */
export function acceptChanges(
  changes: readonly DiffChange[],
  { fingerprints, reason, until, file }: Accepting,
): Accepted {
  const unknown = fingerprints.find((named) => !changes.some(({ fingerprint }) => fingerprint === named));
  if (unknown !== undefined) return { refused: unknownFingerprint(unknown, changes) };
  const path = resolve(file ?? exceptionsName);
  const meant = changes.filter(({ fingerprint, accepted }) => fingerprints.includes(fingerprint) && !accepted);
  const entries = meant.map((change) => entryOf(change, reason, until));
  const text = existsSync(path) ? withEntries(readFileSync(path, "utf8"), entries) : heading + listOf(entries);
  if (text === undefined)
    return { refused: `\`${shownPath(path)}\` has no list \`exceptions\` that could be added to` };
  if (meant.length > 0) writeWhole(path, text);
  return { said: `${shownPath(path)}: ${counted(meant.length, "exception")} more\n` };
}

const heading = "# Changes that somebody looked at and accepted: `openapi-errors diff --accept` writes them.\n";

function listOf(exceptions: readonly object[]): string {
  return yaml().stringify({ exceptions }, { lineWidth: 0 });
}

/** The text with more entries at its end. */
function withEntries(text: string, entries: readonly object[]): string | undefined {
  return entries.reduce<string | undefined>(
    (written, entry) => written && yamlWith(written, ["exceptions"], undefined, entry),
    text,
  );
}

function entryOf({ rule, api, code, about, operations }: DiffChange, reason: string, until: string) {
  return {
    rule,
    api,
    ...(code !== null && { code }),
    ...(about !== null && { about }),
    ...(operations.length > 0 && { operations }),
    reason,
    until,
  };
}

function unknownFingerprint(named: string, changes: readonly DiffChange[]): string {
  const list = changes.map(
    ({ fingerprint, rule, code }) => `  ${fingerprint}  ${rule}${code === null ? "" : ` ${code}`}`,
  );
  return list.length === 0
    ? `there is no change \`${named}\`: nothing has changed`
    : `there is no change \`${named}\`; these are here:\n${list.join("\n")}`;
}
