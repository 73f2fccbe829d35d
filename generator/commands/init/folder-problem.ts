import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { fileUnwritable } from "../../problem/writing.js";
import { shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import { refusedWrite } from "../refused-write.js";

/** Why nothing can be written to a folder, as far as can be told before it is tried. It need not be there yet. */
export function folderProblem(folder: string): Problem | undefined {
  const shown = shownPath(folder);
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) {
    const reason = `\`${shownPath(there)}\` is a file`;
    return {
      ...fileUnwritable(shown, { reason, fix: "name a folder: `openapi-errors init .`" }),
      position: beginningOf(shown),
    };
  }
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return refusedWrite(error, shown, "init <folder>");
  }
}
