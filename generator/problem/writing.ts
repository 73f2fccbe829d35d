import type { Finding } from "./problem.js";

/** What the file system refused: a full disk, a missing permission, a folder in the place of a file. */
export function fileUnwritable(file: string, reason: string): Finding {
  return {
    code: "file-unwritable",
    level: "error",
    message: `\`${file}\` can't be written: ${reason}`,
    fix: "name a folder that you may write to with `--output`, and remove what stands in the way",
  };
}
