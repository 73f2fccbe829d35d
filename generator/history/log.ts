import { changelogOf, type VersionChanges } from "../diff/changelog.js";
import { type Side, sideOfContract } from "../diff/side.js";
import type { Contract } from "../model/contract.js";
import type { Problem } from "../problem/problem.js";
import { fileUnreadable, versionSkipped } from "../problem/reading.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import type { Target } from "../read/target.js";
import type { RevisionMissing } from "./git.js";
import { loadIn } from "./load.js";
import { type TakeRevision, withRevisions } from "./revision.js";
import { tagsMatching } from "./tags.js";
import { targetThen } from "./target-then.js";

export interface HistoryResult {
  /** The newest version first. */
  readonly log: readonly VersionChanges[];
  readonly problems: readonly Problem[];
}

/** What each version of an API changed, by the tags that match a pattern; `current` is what it is here and now. */
export async function historyOf(
  target: Target,
  pattern: string,
  current: Side,
  take: TakeRevision,
  root?: string,
): Promise<HistoryResult> {
  const { names, missing } = tagsMatching(pattern);
  const released: Side[] = [];
  const problems: Problem[] = missing ? [{ ...untold(`tags ${pattern}`, missing), level: missing.level }] : [];
  for (const tag of names) {
    const revision = take(tag);
    if ("reason" in revision) problems.push(untold(tag, revision));
    else {
      const then = targetThen(revision, target, root);
      // Before it had the document, there was no contract.
      const loaded = then && (await loadIn(revision, then));
      if (loaded && "side" in loaded) released.push(loaded.side);
      else if (loaded) problems.push(...skipped(tag, target, loaded.problems));
    }
  }
  return { log: changelogOf(released, current), problems };
}

/** The same of several APIs, in their order; undefined for those whose config does not say by which tags. */
export function historiesOf(
  apis: readonly { readonly target: Target; readonly contract: Contract }[],
): Promise<(HistoryResult | undefined)[]> {
  return withRevisions(async (take) => {
    const found: (HistoryResult | undefined)[] = [];
    for (const { target, contract } of apis) {
      const { history } = target;
      found.push(history === undefined ? undefined : await historyOf(target, history, sideOfContract(contract), take));
    }
    return found;
  });
}

function untold(named: string, missing: RevisionMissing): Problem {
  return { ...fileUnreadable(named, missing), position: beginningOf(named) };
}

/** A version that is no contract by today's rules is no reason to tell nothing of the others. */
function skipped(tag: string, { document }: Target, problems: readonly Problem[]): Problem[] {
  const [first] = problems.filter(({ level }) => level === "error");
  return first ? [{ ...versionSkipped(tag, shownPath(document), first.message), position: first.position }] : [];
}
