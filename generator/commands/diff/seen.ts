import type { Change } from "../../diff/change.js";
import type { Problem } from "../../problem/problem.js";
import { countTooHigh } from "../../problem/value.js";
import { problemAt } from "../../read/position.js";
import { child, items } from "../../read/source.js";
import { counted } from "../../view/words.js";
import { readOwnFile } from "./own-file.js";

/** How often each code came in answers that somebody looked at. */
export interface AnswerCounts {
  readonly answers: number;
  readonly codes: readonly { readonly api: string; readonly code: string; readonly answers: number }[];
}

/** What a report of answers says, or all that is wrong with it. */
export function readSeen(path: string): { readonly seen: AnswerCounts } | { readonly problems: readonly Problem[] } {
  const read = readOwnFile(path, "seen");
  if (!read.root || read.problems.length > 0) return { problems: read.problems };
  const seen = read.root.value as AnswerCounts;
  const problems = items(child(read.root, "codes")).flatMap((each) => {
    const count = child(each, "answers");
    return Number(count.value) > seen.answers
      ? [problemAt(count, countTooHigh(Number(count.value), seen.answers))]
      : [];
  });
  return problems.length > 0 ? { problems } : { seen };
}

/**
 * A code that no answer ever had is missed by nobody: its removal is a warning, with the figure. Counts of other APIs
 * alone say nothing of it.
 */
export function weighedBySeen<Found extends Change>(change: Found, { answers, codes }: AnswerCounts): Found {
  if (change.rule !== "code-removed" || answers === 0) return change;
  const found = codes.filter(({ api, code }) => api === change.api && code === change.code);
  if (codes.length > 0 && !codes.some(({ api }) => api === change.api))
    return { ...change, message: `${change.message}: no answer of \`${change.api}\` was counted` };
  const had = found.reduce((sum, { answers: count }) => sum + count, 0);
  const message = `${change.message}: ${had === 0 ? "none" : had} of ${counted(answers, "answer")} had it`;
  return { ...change, message, level: had === 0 ? "warning" : change.level };
}
