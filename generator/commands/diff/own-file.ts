import { resolve } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import { mapParser } from "../../read/parse.js";
import { openSource } from "../../read/reader.js";
import { type Node, rootOf } from "../../read/source.js";
import { validate } from "../../read/validate.js";

const belonging = {
  exceptions: "`exceptions:`, and a list of what was accepted",
  audit: "what `openapi-errors audit --format json` printed",
  seen: "`answers`, how many there were, and `codes`, how many of them had each",
};

/** A file that is written for a command, and where it is not as the schema of that name has it. Without a root, it can't be read. */
export function readOwnFile(
  path: string,
  schema: keyof typeof belonging,
): { readonly root?: Node; readonly problems: readonly Problem[] } {
  const opened = openSource(resolve(path), mapParser(belonging[schema]));
  const file = shownPath(resolve(path));
  if ("reason" in opened) return { problems: [{ ...fileUnreadable(file, opened), position: beginningOf(file) }] };
  if ("problems" in opened) return opened;
  const root = rootOf(opened.source);
  return { root, problems: validate(schema, root) };
}
