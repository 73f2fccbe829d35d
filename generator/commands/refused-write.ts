import type { Problem } from "../problem/problem.js";
import { refusalOf } from "../problem/refusal.js";
import { fileUnwritable } from "../problem/writing.js";
import { beginningOf } from "../read/lines.js";

/** What the file system refused, as a problem. `target`: what was to be written, as `flag` named it. */
export function refusedWrite(error: unknown, target: string, flag: string): Problem {
  const refusal = refusalOf(error, flag);
  if (!refusal) throw error;
  return { ...fileUnwritable(target, refusal), position: beginningOf(target) };
}
