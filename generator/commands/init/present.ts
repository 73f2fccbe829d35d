import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { fileUnwritable, linkOutside } from "../../problem/writing.js";
import { isWithin, readText, shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";

/** What stands at a path that `init` may write to. */
export type Present =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly path: string; readonly text: string; readonly mark: string }
  | { readonly kind: "refused"; readonly problem: Problem };

const byteOrderMark = "\uFEFF";

/** `boundary`: no link may lead out of it. `mark`: the byte order mark that the text began with, if it did. */
export function presentAt(path: string, boundary: string): Present {
  const refused = (problem: Omit<Problem, "position">): Present => ({
    kind: "refused",
    problem: { ...problem, position: beginningOf(shownPath(path)) },
  });
  const above = nearest(path);
  if (!leadsInto(above, boundary)) return refused(linkOutside(shownPath(above)));
  if (above !== path) {
    if (statSync(above).isDirectory()) return { kind: "absent" };
    const reason = `\`${shownPath(above)}\` is a file, and a folder has to be there`;
    return refused(fileUnwritable(shownPath(path), { reason, fix: "move the file away, or name another folder" }));
  }
  if (statSync(path).isDirectory()) {
    const reason = "a folder stands where a file has to go";
    return refused(fileUnwritable(shownPath(path), { reason, fix: "move the folder away" }));
  }
  const read = readText(path);
  if ("reason" in read) return refused(fileUnreadable(shownPath(path), read));
  const bytes = readFileSync(path);
  const marked = [byteOrderMark, ""].find((mark) => bytes.equals(Buffer.from(mark + read.text)));
  if (marked === undefined)
    return refused(fileUnreadable(shownPath(path), { reason: "it is not UTF-8 text", fix: "save it as UTF-8" }));
  return { kind: "file", path: realpathSync(path), text: read.text, mark: marked };
}

/** The path itself, or what is there of the folders above it. */
export function nearest(path: string): string {
  let at = path;
  while (!isThere(at) && at !== dirname(at)) at = dirname(at);
  return at;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Below a file there is nothing.
    return false;
  }
}

/** Whether a path, links resolved, is a folder or a thing below it. A link to nothing leads nowhere good. */
function leadsInto(path: string, boundary: string): boolean {
  try {
    const real = realpathSync(path);
    const root = realpathSync(nearest(boundary));
    return real === root || isWithin(real, root);
  } catch {
    return false;
  }
}
