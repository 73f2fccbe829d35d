import { existsSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname } from "node:path";

/** Whether a folder holds all that somebody has: the root of a file system, or a home. */
export function isEverything(folder: string): boolean {
  const home = existsSync(homedir()) ? realpathSync(homedir()) : undefined;
  return folder === dirname(folder) || folder === home;
}

/**
 * Cursor starts servers at the root of the file system, and says in an environment variable where it works itself: the
 * first of its folders is the one to work in, where nobody chose another.
 */
export function enterWorkspaceOfEditor(): void {
  if (!isEverything(realpathSync("."))) return;
  const folders = (process.env.WORKSPACE_FOLDER_PATHS ?? "").split(new RegExp(`[,${delimiter}]`));
  const [first] = folders.map((path) => path.trim()).filter((path) => path !== "" && existsSync(path));
  if (first !== undefined && statSync(first).isDirectory()) process.chdir(first);
}
