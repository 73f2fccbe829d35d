import type { Change } from "../../diff/change.js";
import { compareVersions, nextVersion } from "../../diff/next-version.js";
import type { LoadedSide } from "../../history/load.js";
import { versionTooLow } from "../../problem/changes.js";
import type { Problem } from "../../problem/problem.js";

/**
 * Where `info.version` promises less than what changed. Semantic versions have to reach the next one that the changes
 * ask for; of others, a date or a name, all that can be asked is that a change that weighs gives another one.
 */
export function versionProblems(
  before: LoadedSide,
  after: LoadedSide,
  changes: readonly Pick<Change, "level">[],
): Problem[] {
  const [old, now] = [before.data.version, after.data.version];
  const needed = nextVersion(old, changes);
  const order = needed === undefined ? undefined : compareVersions(now, needed);
  const weighs = changes.some(({ level }) => level !== "note");
  const isTooLow = order === undefined ? weighs && now === old : order < 0;
  return isTooLow
    ? [{ ...versionTooLow(now, old, order === undefined ? undefined : needed), position: after.versionAt() }]
    : [];
}
