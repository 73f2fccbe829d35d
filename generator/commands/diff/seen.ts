import { resolve } from "node:path";
import type { Change } from "../../diff/change.js";
import type { Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import { parseMap } from "../../read/parse.js";
import { openSource } from "../../read/reader.js";
import { rootOf } from "../../read/source.js";
import { ownSchema, validate } from "../../read/validate.js";
import { counted } from "../../view/words.js";

/** How often each code came in answers that somebody looked at. */
export interface Seen {
  readonly answers: number;
  readonly codes: readonly { readonly api: string; readonly code: string; readonly answers: number }[];
}

/** What a report of answers says, or all that is wrong with it. */
export function readSeen(named: string): { readonly seen: Seen } | { readonly problems: readonly Problem[] } {
  const path = resolve(named);
  const opened = openSource(path, parseMap);
  if ("reason" in opened)
    return { problems: [{ ...fileUnreadable(shownPath(path), opened), position: beginningOf(shownPath(path)) }] };
  if ("problems" in opened) return opened;
  const problems = validate(ownSchema("seen"), rootOf(opened.source));
  return problems.length > 0 ? { problems } : { seen: opened.source.value as Seen };
}

/** A code that no answer ever had is missed by nobody: its removal is a warning, with the figure. */
export function weighedBySeen<Found extends Change>(change: Found, { answers, codes }: Seen): Found {
  if (change.rule !== "code-removed" || answers === 0) return change;
  const found = codes.filter(({ api, code }) => api === change.api && code === change.code);
  const had = found.reduce((sum, { answers: count }) => sum + count, 0);
  const message = `${change.message}: ${had === 0 ? "none" : had} of ${counted(answers, "answer")} had it`;
  return { ...change, message, level: had === 0 ? "warning" : change.level };
}
