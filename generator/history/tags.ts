import type { Level } from "../problem/problem.js";
import { git, type RevisionMissing } from "./revision.js";

export interface Tags {
  /** The oldest first. */
  readonly names: readonly string[];
  /** Why these may not be all. A copy without git has no tags to tell of; of a shallow clone somebody can get the others. */
  readonly missing: (RevisionMissing & { readonly level: Level }) | undefined;
}

/** The tags that match a pattern and that what is here comes from. */
export function tagsMatching(pattern: string): Tags {
  const none = (level: Level, reason: string, fix: string): Tags => ({ names: [], missing: { level, reason, fix } });
  if (git(["rev-parse", "--show-toplevel"]).status !== 0)
    return none("warning", "this is no git repository", "run it where the tags are");
  if (git(["rev-parse", "--is-shallow-repository"]).stdout.trim() === "true")
    return none(
      "error",
      "the clone is shallow, and not all versions are here",
      "run `git fetch --unshallow --tags`; in GitHub Actions, give actions/checkout `fetch-depth: 0`",
    );
  // The last key is the first to sort by: commits of one second go by their names.
  const order = ["--sort=version:refname", "--sort=creatordate"];
  const asked = ["for-each-ref", "--merged=HEAD", ...order, "--format=%(refname:lstrip=2)", `refs/tags/${pattern}`];
  const names = git(asked).stdout.split("\n");
  return { names: names.filter((name) => name !== ""), missing: undefined };
}
