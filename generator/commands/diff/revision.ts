import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { shellWord } from "../../problem/shell.js";

/** The files of a git revision that a document may be made of, in a folder of their own. */
export interface Revision {
  readonly name: string;
  /** To be removed when all is read. */
  readonly folder: string;
  /** The path in it of a path here. */
  readonly at: (path: string) => string;
}

export interface RevisionMissing {
  readonly reason: string;
  readonly fix: string;
}

/** What documents, configs and overlays are called, and what marks the root of a project. */
const kinds = ["*.yaml", "*.yml", "*.json"];

/** Takes the files of a revision out of git: nothing is checked out, and no hook or filter of the repository runs. */
export function takeRevision(name: string): Revision | RevisionMissing {
  const top = git(["rev-parse", "--show-toplevel"]);
  if (top.status !== 0) return { reason: "this is no git repository", fix: "run it in one, or name two files" };
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  if (commit.status !== 0) return missing(name);
  const root = realpathSync(top.stdout.trim());
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-diff-")));
  const archive = spawnSync(
    "git",
    ["-C", root, "archive", "--format=tar", commit.stdout.trim(), "--", ...presentKinds(root, commit.stdout.trim())],
    {
      maxBuffer: 1024 * 1024 * 1024,
    },
  );
  const unpacked =
    archive.status === 0 ? spawnSync("tar", ["-x", "-f", "-", "-C", folder], { input: archive.stdout }) : archive;
  if (unpacked.status !== 0)
    return {
      reason: `its files can't be taken out of git: ${String(unpacked.stderr ?? unpacked.error).trim()}`,
      fix: "look at the repository with `git fsck`",
    };
  return { name, folder, at: (path) => join(folder, relative(root, realpathOf(path))) };
}

/** git refuses a pattern that matches nothing. */
function presentKinds(root: string, commit: string): string[] {
  const { stdout } = git(["-C", root, "ls-tree", "-r", "--name-only", "-z", commit]);
  const names = stdout.split("\0");
  return kinds.filter((kind) => names.some((name) => name.endsWith(kind.slice(1))));
}

function missing(name: string): RevisionMissing {
  const shallow = git(["rev-parse", "--is-shallow-repository"]).stdout.trim() === "true";
  const branch = name.replace(/^origin\//, "");
  return {
    reason: shallow ? "the clone is shallow and does not have it" : "there is no such revision",
    fix: shallow
      ? `run \`git fetch --depth=1 origin ${shellWord(branch)}:refs/remotes/origin/${shellWord(branch)}\`, and name \`origin/${branch}\``
      : `run \`git fetch origin ${shellWord(branch)}\`, or name one that \`git log --all\` shows`,
  };
}

/** A revision that has a file need not have it here any more. */
function realpathOf(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    return join(realpathSync(process.cwd()), relative(process.cwd(), absolute));
  }
}

/** Whether a revision has a file, and is there at all. */
export function revisionHas(revision: string, path: string): boolean | RevisionMissing {
  if (git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]).status !== 0)
    return missing(revision);
  const top = git(["rev-parse", "--show-toplevel"]).stdout.trim();
  const inside = relative(realpathSync(top), realpathOf(path)).replaceAll("\\", "/");
  return git(["cat-file", "-e", `${revision}:${inside}`]).status === 0;
}

/** The branch that changes are made against: the one that CI names, else the remote's own, else the last tag. */
export function baseRevision(): string | undefined {
  const { GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME } = process.env;
  const named = GITHUB_BASE_REF || CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  if (named) return `origin/${named}`;
  const isHere = (ref: string) => git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  const head = isHere("HEAD").stdout;
  const branch = ["origin/HEAD", "main", "master"].find((ref) => {
    const found = isHere(ref);
    return found.status === 0 && found.stdout !== head;
  });
  const tag = git(["describe", "--tags", "--abbrev=0"]);
  return branch ?? (tag.status === 0 ? tag.stdout.trim() : isHere("HEAD").status === 0 ? "HEAD" : undefined);
}

function git(args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8", maxBuffer: 1024 * 1024 * 1024 });
  return { status, stdout: stdout ?? "" };
}
