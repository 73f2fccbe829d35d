import { spawnSync } from "node:child_process";

export interface GitRun {
  /** Null where there is no git. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function git(args: readonly string[]): GitRun {
  const { status, stdout, stderr } = spawnSync("git", args, { encoding: "utf8", maxBuffer: maxGitBytes });
  return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
}

/** Of what git prints. */
export const maxGitBytes = 1024 * 1024 * 1024;

/** Why something of git can't be had, and what to do. */
export interface RevisionMissing {
  readonly reason: string;
  readonly fix: string;
}

/** The root of the repository that this is in, or why there is none. `fix`: what to do where there is none at all. */
export function repository(fix: string): { readonly root: string } | RevisionMissing {
  const { status, stdout, stderr } = git(["rev-parse", "--show-toplevel"]);
  if (status === 0) return { root: stdout.trim() };
  if (status === null) return { reason: "there is no `git` to run", fix: "install git, or add its folder to PATH" };
  // As in a container whose volume belongs to somebody else. The command itself is in no language.
  const trust = /git config --global --add safe\.directory .+/.exec(stderr)?.[0];
  if (trust !== undefined) return { reason: "git does not trust who owns this repository", fix: `run \`${trust}\`` };
  return { reason: "this is no git repository", fix };
}
