import { spawnSync } from "node:child_process";
import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { shellWord } from "../problem/shell.js";
import { folderToLayOut } from "../read/laid-out.js";
import { formerPaths } from "./former-paths.js";
import { git, maxGitBytes, type RevisionMissing, repository } from "./git.js";

/** The files of a git revision that a document may be made of, in a folder of their own. */
export interface Revision {
  readonly name: string;
  readonly folder: string;
  /** The path in it of a path here. */
  readonly at: (path: string) => string;
  /** What a file here was called before, the latest name first. */
  readonly formerly: (path: string) => readonly string[];
}

export type TakeRevision = (name: string) => Revision | RevisionMissing;

/** What documents, configs and overlays are called, and what marks the root of a project. */
const kinds = /\.(?:ya?ml|json)$/;

/** Does something with revisions, each of which is taken out of git once; nothing of them stays on the disk. */
export async function withRevisions<Made>(use: (take: TakeRevision) => Promise<Made>): Promise<Made> {
  const taken = new Map<string, Revision | RevisionMissing>();
  const formerly = new Map<string, readonly string[]>();
  const followed = (root: string, path: string) => {
    const known = formerly.get(path) ?? formerPaths(root, path);
    formerly.set(path, known);
    return known;
  };
  try {
    return await use((name) => {
      const known = taken.get(name) ?? takeRevision(name, followed);
      taken.set(name, known);
      return known;
    });
  } finally {
    for (const revision of taken.values())
      if ("folder" in revision) rmSync(revision.folder, { recursive: true, force: true });
  }
}

/** The files as they are stored: no attribute (`export-ignore`), filter or hook of the repository has a say. */
function takeRevision(
  name: string,
  followed: (root: string, path: string) => readonly string[],
): Revision | RevisionMissing {
  const here = repository("run it in one");
  if ("reason" in here) return here;
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  if (commit.status !== 0) return missing(name);
  const root = realpathSync(here.root);
  const folder = folderToLayOut();
  for (const { path, text } of filesIn(root, commit.stdout.trim())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const at = (path: string) => join(folder, relative(root, realpathOf(path)));
  return { name, folder, at, formerly: (path) => followed(root, realpathOf(path)) };
}

interface FileThen {
  readonly path: string;
  readonly text: Buffer;
}

/**
 * Regular files alone: a link of a revision would lead into what is here. Those of a submodule are of the commit that the
 * revision has of it, where that is here.
 */
function filesIn(root: string, commit: string): FileThen[] {
  const { stdout } = git(["-C", root, "ls-tree", "-r", "-z", commit]);
  const listed = stdout.split("\0").map((line) => {
    const [, kind = "", hash = "", path = ""] = /^1[06]0\d{3} (blob|commit) (\S+)\t(.+)$/s.exec(line) ?? [];
    return { kind, hash, path };
  });
  const modules = listed.filter(({ kind }) => kind === "commit");
  const own = blobsIn(
    root,
    listed.filter(({ kind, path }) => kind === "blob" && kinds.test(path)),
  );
  const ofModules = modules.flatMap(({ hash, path }) =>
    filesIn(join(root, path), hash).map((file) => ({ ...file, path: join(path, file.path) })),
  );
  return [...own, ...ofModules];
}

function blobsIn(root: string, entries: readonly { readonly hash: string; readonly path: string }[]): FileThen[] {
  const input = entries.map(({ hash }) => `${hash}\n`).join("");
  const { stdout: blobs } = spawnSync("git", ["-C", root, "cat-file", "--batch"], { input, maxBuffer: maxGitBytes });
  let at = 0;
  return entries.map(({ path }) => {
    // `<hash> blob <bytes>`, the bytes, and a line end.
    const start = blobs.indexOf("\n", at) + 1;
    const end = start + Number(blobs.toString("latin1", at, start).split(" ")[2]);
    at = end + 1;
    return { path, text: blobs.subarray(start, end) };
  });
}

function missing(name: string): RevisionMissing {
  const shallow = git(["rev-parse", "--is-shallow-repository"]).stdout.trim() === "true";
  const branch = name.replace(/^origin\//, "");
  if (name.includes("..")) return { reason: "it is a range of revisions", fix: "name one of them" };
  // No remote has `main~5`.
  const isOfAnother = /[~^@{}]/.test(name);
  if (shallow && isOfAnother)
    return { reason: "the clone is shallow and does not have it", fix: "run `git fetch --unshallow`" };
  return {
    reason: shallow ? "the clone is shallow and does not have it" : "there is no such revision",
    fix: shallow
      ? `run \`git fetch --depth=1 origin ${shellWord(branch)}:refs/remotes/origin/${shellWord(branch)}\`, and name \`origin/${branch}\``
      : `${isOfAnother ? "" : `run \`git fetch origin ${shellWord(branch)}\`, or `}name one that \`git log --all\` shows`,
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
