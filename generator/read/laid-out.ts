import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "openapi-errors-diff-";

/** A new folder for files of a revision, which whoever asks for it removes. */
export function folderToLayOut(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), prefix)));
}

/** Whether a path is in such a folder: all that is there was put there by this program. */
export function isLaidOut(path: string): boolean {
  return path.startsWith(join(realpathSync(tmpdir()), prefix));
}
