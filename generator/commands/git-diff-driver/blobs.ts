import { spawnSync } from "node:child_process";
import { git } from "../../history/git.js";

/**
 * Git tells a driver which blobs differ, not in which commits. A document is more than its blob, since its references are
 * those of a commit: so that is looked for.
 */

/** A blob at a path; undefined: no file there. */
export interface Blob {
  readonly path: string;
  readonly hash: string | undefined;
}

/** The commit that made the one into the other, and its parent that has the first: what `git log -p` shows. */
export function stepBetween(old: Blob, now: Blob): readonly [parent: string, commit: string] | undefined {
  const changed = now.hash === undefined ? old : now;
  for (const { commit, parents } of commitsThatChange(changed)) {
    if (blobIn(commit, now.path) !== now.hash) continue;
    const parent = parents.find((one) => blobIn(one, old.path) === old.hash);
    if (parent !== undefined) return [parent, commit];
    if (parents.length === 0 && old.hash === undefined) return [commit, commit];
  }
  return undefined;
}

/** A commit that has a blob: where one stands now, or a branch or tag does, else the last that had it. */
export function commitWith({ path, hash }: Blob): string | undefined {
  const refs = git(["for-each-ref", "--count=500", "--sort=-creatordate", "--format=%(objectname)"]).stdout;
  const named = ["HEAD", ...refs.split("\n").filter(Boolean)];
  const found = blobsIn(named, path).indexOf(hash ?? "");
  if (found >= 0) return git(["rev-parse", "--verify", "--quiet", `${named[found]}^{commit}`]).stdout.trim();
  return commitsThatChange({ path, hash })
    .flatMap(({ commit, parents }) => [commit, ...parents])
    .find((commit) => blobIn(commit, path) === hash);
}

function commitsThatChange({ path, hash }: Blob): { readonly commit: string; readonly parents: readonly string[] }[] {
  const format = ["--all", "-m", "--max-count=50", "--format=%H %P", "--no-patch"];
  const { stdout } = git(["log", ...format, `--find-object=${hash}`, "--", `:(top,literal)${path}`]);
  return [...new Set(stdout.split("\n").filter(Boolean))].map((line) => {
    const [commit = "", ...parents] = line.trim().split(" ");
    return { commit, parents };
  });
}

function blobIn(commit: string, path: string): string | undefined {
  const { status, stdout } = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}:${path}`]);
  return status === 0 ? stdout.trim() : undefined;
}

/** The same for many at once. */
function blobsIn(commits: readonly string[], path: string): string[] {
  const input = commits.map((commit) => `${commit}:${path}\n`).join("");
  const { stdout } = spawnSync("git", ["cat-file", "--batch-check=%(objectname)"], { input, encoding: "utf8" });
  return (stdout ?? "").split("\n");
}
