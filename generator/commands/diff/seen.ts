import type { Change } from "../../diff/change.js";
import type { Problem } from "../../problem/problem.js";
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
  return "problems" in read ? read : { seen: read.root.value as AnswerCounts };
}

/** A code that no answer ever had is missed by nobody: its removal is a warning, with the figure. */
export function weighedBySeen<Found extends Change>(change: Found, { answers, codes }: AnswerCounts): Found {
  if (change.rule !== "code-removed" || answers === 0) return change;
  const found = codes.filter(({ api, code }) => api === change.api && code === change.code);
  const had = found.reduce((sum, { answers: count }) => sum + count, 0);
  const message = `${change.message}: ${had === 0 ? "none" : had} of ${counted(answers, "answer")} had it`;
  return { ...change, message, level: had === 0 ? "warning" : change.level };
}
