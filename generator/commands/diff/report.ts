import type { Change } from "../../diff/change.js";
import { compareContracts } from "../../diff/compare.js";
import { type Acceptance, acceptanceOf, isExpired } from "../../diff/exceptions.js";
import { nextVersion } from "../../diff/next-version.js";
import { removedApi } from "../../diff/removed-api.js";
import type { Position, Problem } from "../../problem/problem.js";
import { configName } from "../../read/config.js";
import { beginningOf } from "../../read/lines.js";
import { staleExceptions, type WrittenException } from "./exceptions-file.js";
import type { NewDocument, Pairs } from "./pairs.js";
import { type AnswerCounts, weighedBySeen } from "./seen.js";
import { versionProblems } from "./version.js";

/** A change, where both documents say it, and what accepts it. */
export interface DiffChange extends Change {
  readonly before: Position;
  readonly after: Position;
  /** Null: nobody accepted it. */
  readonly accepted: Acceptance | null;
}

/** All that is to be said of contracts that were compared. */
export interface Report {
  readonly changes: readonly DiffChange[];
  /** Exceptions that are past or not needed, and versions that promise too little. */
  readonly problems: readonly Problem[];
  /** Of each API, in the order of the pairs. */
  readonly versions: readonly string[];
  /** Documents that are held against nothing. */
  readonly newDocuments: readonly NewDocument[];
}

export interface Asked {
  readonly exceptions: readonly WrittenException[];
  /** Whether `info.version` has to keep up with the changes. */
  readonly checksVersion: boolean;
  /** `2027-01-31` */
  readonly today: string;
  /** How often each code came; undefined where nobody looked. */
  readonly seen?: AnswerCounts | undefined;
}

/** The day in the world's time. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function reportOf(
  { pairs, newDocuments = [], gone = [] }: Pick<Pairs, "pairs"> & Partial<Pairs>,
  { exceptions, checksVersion, today, seen }: Asked,
): Report {
  const valid = exceptions.filter((exception) => !isExpired(exception, today));
  const compared = pairs.map(([before, after]) => {
    const found = compareContracts(before, after).map((change) => (seen ? weighedBySeen(change, seen) : change));
    // What else is said of a code that was renamed is said of its new name.
    const old = new Map(found.flatMap(({ rule, code, to }) => (rule === "code-renamed" ? [[to, code]] : [])));
    const changes = found.map(
      (change): DiffChange => ({
        ...change,
        before: before.placeOf(old.get(change.code) ?? change.code),
        after: after.placeOf(change.to ?? change.code),
        accepted: acceptanceOf(change, valid),
      }),
    );
    return { before, after, changes, weighing: changes.map(asVersionsWeigh) };
  });
  const removed = gone.map((side): DiffChange => {
    const change = removedApi(side);
    const place = side.placeOf(null);
    return { ...change, before: place, after: beginningOf(configName), accepted: acceptanceOf(change, valid) };
  });
  const changes = [...compared.flatMap((pair) => pair.changes), ...removed];
  const apis = new Set([...pairs.map(([before]) => before), ...gone].map(({ data }) => data.id));
  return {
    changes,
    newDocuments,
    problems: [
      ...staleExceptions(exceptions, changes, apis, today),
      ...(checksVersion
        ? compared.flatMap(({ before, after, weighing }) => versionProblems(before, after, weighing))
        : []),
    ],
    versions: compared.map(({ before, weighing }) => {
      const { version } = before.data;
      return nextVersion(version, weighing) ?? version;
    }),
  };
}

/** What was accepted hurts nobody: it asks for as much as a note does. */
function asVersionsWeigh({ level, accepted }: DiffChange): Pick<Change, "level"> {
  return { level: accepted ? "note" : level };
}
