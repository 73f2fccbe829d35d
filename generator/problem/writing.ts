import type { Finding } from "./problem.js";

/** What a person may have completed is never written over. */
export function fileKept(file: string): Finding {
  return {
    code: "file-kept",
    level: "error",
    message: `\`${file}\` is there already, and says something else: nothing was written`,
    fix: "name another file with `--overlay` and take over what is new, or remove this one first",
  };
}

/** What the file system refused: a full disk, a missing permission, a folder in the place of a file. */
export function fileUnwritable(file: string, reason: string, flag = "--output"): Finding {
  return {
    code: "file-unwritable",
    level: "error",
    message: `\`${file}\` can't be written: ${reason}`,
    fix: `name a place that you may write to with \`${flag}\`, and remove what stands in the way`,
  };
}
