import { existsSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { type Revision, withRevisions } from "../../history/revision.js";
import { pathThen, targetThen } from "../../history/target-then.js";
import type { Position, Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { openedOf, shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import { byPosition } from "../../read/position.js";
import type { Target } from "../../read/target.js";
import { type ContractsResult, readContracts } from "../../read-contracts.js";
import { addedProblems } from "./added-problems.js";
import { vanishedApis } from "./vanished-apis.js";
import { vanishedCodes } from "./vanished-codes.js";

export interface Added {
  readonly problems: readonly Problem[];
  /** Whether there is such a revision. */
  readonly isHeld: boolean;
  /** Documents that are held against nothing, and why. */
  readonly alone: readonly string[];
}

/**
 * What a change adds to the problems of documents, against a git revision, and the codes that it drops. `isAll`: nobody
 * named documents, so that those that redocly.yaml listed there are expected too.
 */
export function problemsAgainst(
  name: string,
  targets: readonly Target[],
  root: string | undefined,
  now: ContractsResult,
  isAll: boolean,
): Promise<Added> {
  return withRevisions(async (take) => {
    const revision = take(name);
    if ("folder" in revision) {
      const { problems, alone, isHeld } = await compared(revision, targets, root, now);
      const gone = isAll ? await vanishedApis(revision, root) : { problems: [], unread: [] };
      return { problems: [...gone.problems, ...problems], isHeld, alone: [...alone, ...gone.unread] };
    }
    const problems = [{ ...fileUnreadable(name, revision), position: beginningOf(name) }];
    return { problems, isHeld: false, alone: [] };
  });
}

async function compared(
  revision: Revision,
  targets: readonly Target[],
  root: string | undefined,
  now: ContractsResult,
): Promise<Added> {
  const { name, at, folder } = revision;
  const there = targets.map((target) => targetThen(revision, target, root));
  const known = targets.flatMap((_, index) => (there[index] ? [index] : []));
  const before = await readContracts(known.map((index) => there[index]!));
  const moved = new Map(known.map((index) => [resolve(targets[index]!.document), there[index]!.document]));
  const nameOf = (file: string) => (realOf(file).startsWith(folder + sep) ? realOf(file) : at(file));
  const nameThen = (file: string) => moved.get(resolve(file)) ?? pathThen(revision, file) ?? at(file);
  // What can't be read has all that is wrong with it told: it is held against nothing.
  const isUnread = now.reads.includes(undefined);
  const added = addedProblems(
    { problems: isUnread ? [] : before.problems, files: openedOf(before.files), nameOf },
    { problems: now.problems, files: openedOf(now.files), nameOf: nameThen },
  );
  const placeOf = ({ file, line }: Position) => `${name}:${realOf(file).slice(folder.length + 1)}:${line}`;
  const vanished = known.flatMap((index, place) => {
    const [was, is] = [before.reads[place], now.reads[index]];
    return was && is ? vanishedCodes(was, is, placeOf) : [];
  });
  const alone = targets.flatMap(({ document }, index) => {
    const place = known.indexOf(index);
    if (place === -1) return [`${shownPath(resolve(document))} is new: \`${name}\` does not have it`];
    return before.reads[place]
      ? []
      : [`${shownPath(resolve(document))} can't be read in \`${name}\`: all that is wrong counts as new`];
  });
  return { problems: [...added, ...vanished].sort((a, b) => byPosition(a.position, b.position)), isHeld: true, alone };
}

function realOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : resolve(file);
}
