import { resolve } from "node:path";
import type { Format } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import { fileUnwritable } from "../problem/writing.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";

/**
 * What the file system refused, for programs; people are told in one line where the process ends. `target`: what was to
 * be written, as `flag` named it.
 */
export function refusedWrite(error: unknown, format: Format, target: string, flag?: string): Problem {
  if (format === "text" || !(error instanceof Error && "syscall" in error)) throw error;
  const file = "path" in error ? shownPath(resolve(String(error.path))) : target;
  return { ...fileUnwritable(file, error.message, flag), position: beginningOf(file) };
}
