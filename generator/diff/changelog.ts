import type { Change } from "./change.js";
import { compareContracts } from "./compare.js";
import type { Side } from "./side.js";

/** What one version of an API changed. */
export interface VersionChanges {
  /** As `info.version` says it; undefined: what is here now, under the version that was released last. */
  readonly version: string | undefined;
  /** How many errors it has. */
  readonly errors: number;
  /** The worst first; undefined for the first version that is known. */
  readonly changes: readonly Change[] | undefined;
}

/**
 * What each version changed, the newest first. Contracts that call themselves the same version are one, the last of them:
 * so the log of a working tree is that of the tag that will be put on it.
 */
export function changelogOf(released: readonly Side[], current: Side | undefined): VersionChanges[] {
  const versions: Side[] = [];
  for (const side of released) {
    if (versions.at(-1)?.data.version === side.data.version) versions.pop();
    versions.push(side);
  }
  const entries = versions.map((side, at): VersionChanges => {
    const before = versions[at - 1];
    const { version, errors } = side.data;
    return { version, errors: errors.length, changes: before && compareContracts(before, side) };
  });
  return [...entries, ...(current ? newestOf(versions.at(-1), current) : [])].reverse();
}

/** What is here now, unless it is what was released last. */
function newestOf(last: Side | undefined, { data, parser }: Side): VersionChanges[] {
  const errors = data.errors.length;
  if (!last) return [{ version: data.version, errors, changes: undefined }];
  const changes = compareContracts(last, { data, parser });
  const isReleased = last.data.version === data.version;
  return isReleased && changes.length === 0
    ? []
    : [{ version: isReleased ? undefined : data.version, errors, changes }];
}
