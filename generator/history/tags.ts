import type { Level } from "../problem/problem.js";
import { git, type RevisionMissing, repository } from "./git.js";

export interface Tags {
  /** The oldest first. */
  readonly names: readonly string[];
  /** Why these may not be all. A copy without git has no tags to tell of; of a shallow clone somebody can get the others. */
  readonly missing: (RevisionMissing & { readonly level: Level }) | undefined;
}

/** The tags that match a pattern and that what is here comes from. */
export function tagsMatching(pattern: string): Tags {
  const none = (level: Level, reason: string, fix: string): Tags => ({ names: [], missing: { level, reason, fix } });
  const here = repository("run it where the tags are");
  if ("reason" in here) return none("warning", here.reason, here.fix);
  if (git(["rev-parse", "--is-shallow-repository"]).stdout.trim() === "true")
    return none(
      "error",
      "the clone is shallow, and not all versions are here",
      "run `git fetch --unshallow --tags`; in GitHub Actions, give actions/checkout `fetch-depth: 0`",
    );
  // The last key is the first to sort by: commits of one second go by their names.
  const order = ["--sort=version:refname", "--sort=creatordate"];
  const asked = ["for-each-ref", "--merged=HEAD", ...order, "--format=%(refname:lstrip=2)", `refs/tags/${pattern}`];
  const names = git(asked)
    .stdout.split("\n")
    .filter((name) => name !== "");
  // A version that is still to come has no tag either: that is no mistake.
  if (names.length === 0 && git(["tag", "--list"]).stdout !== "")
    return none(
      "note",
      "no tag that this commit comes from is called so",
      "name a pattern of those that `git tag` shows",
    );
  return { names, missing: undefined };
}
