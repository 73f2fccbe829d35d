import { resolve } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { shownPath } from "../../read/file.js";

/** Problems of one run, and how its files are called in both. */
export interface Found {
  readonly problems: readonly Problem[];
  /** Every file that was opened. */
  readonly files: readonly string[];
  /** The path of a file, the same for both runs. */
  readonly nameOf: (file: string) => string;
}

/**
 * What is wrong now and was not before. A problem is the same where its code, its level, its file and what it says are the
 * same: never by its line, which moves with all that stands above it, nor by the lines and counts that its text names.
 * Where the same is to be said of several places, those whose line reads as it did before are the ones that were there.
 */
export function addedProblems(before: Found, now: Found): Problem[] {
  const known = new Map<string, string[]>();
  for (const problem of before.problems) {
    const key = identityOf(problem, before);
    known.set(key, [...(known.get(key) ?? []), problem.position.text.trim()]);
  }
  const take = (problem: Problem, isSame: (line: string) => boolean) => {
    const lines = known.get(identityOf(problem, now)) ?? [];
    const at = lines.findIndex(isSame);
    if (at >= 0) lines.splice(at, 1);
    return at >= 0;
  };
  const moved = now.problems.filter((problem) => !take(problem, (line) => line === problem.position.text.trim()));
  return moved.filter((problem) => !take(problem, () => true));
}

function identityOf({ code, level, message, position: { file } }: Problem, { files, nameOf }: Found): string {
  const names = new Map(files.map((path) => [shownPath(resolve(path)), nameOf(path)]));
  const longest = [...names].sort(([a], [b]) => b.length - a.length);
  const named = longest.reduce((text, [shown, name]) => text.replaceAll(shown, name), message);
  return JSON.stringify([code, level, nameOf(file), withoutPlaces(named)]);
}

/** Names stand in back-ticks: other numbers are lines and counts. */
function withoutPlaces(message: string): string {
  return message
    .split("`")
    .map((part, index) => (index % 2 === 0 ? part.replace(/\d+/g, "0") : part))
    .join("`");
}
