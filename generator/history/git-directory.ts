import { realpathSync } from "node:fs";
import { git } from "./git.js";

/**
 * In a hook of a linked worktree, git says which repository it is (`GIT_DIR`) and not where its files are: from a folder below,
 * git takes that for the root, and no file is where a revision has it. Where the folder tells the same, or `GIT_DIR` leads
 * nowhere from here, the folder tells it alone.
 */
export function findRepositoryByFolder(env: NodeJS.ProcessEnv = process.env): void {
  const { GIT_DIR: said, GIT_WORK_TREE: tree } = env;
  if (said === undefined || tree !== undefined) return;
  delete env.GIT_DIR;
  const { status, stdout } = git(["rev-parse", "--absolute-git-dir"]);
  const here = status === 0 ? realPath(stdout.trim()) : undefined;
  const named = realPath(said);
  if (here === undefined || (named !== undefined && named !== here)) env.GIT_DIR = said;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
