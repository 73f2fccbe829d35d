import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { isFile } from "./file.js";
import { nearestFile } from "./nearest-file.js";
import type { Source } from "./source.js";

/**
 * The reference that was probably meant by one to a file that is not there, as it is to be typed: from the file that it
 * stands in, with its own beginning and pointer. Undefined where there is nothing like it.
 */
export function meantReference(from: Source, reference: string): string | undefined {
  const [named = ""] = reference.split("#", 1);
  const pointer = reference.slice(named.length);
  // As it is written on Windows, where both signs lead on.
  const portable = named.replaceAll("\\", "/");
  const inFolder = (path: string) => resolve(dirname(from.path), path);
  if (existsSync(inFolder(named))) return undefined;
  if (portable !== named && isFile(inFolder(portable))) return `${portable}${pointer}`;
  const beforePointer = pointer === "" ? fileAbove(portable, inFolder) : undefined;
  if (beforePointer !== undefined) return `${beforePointer}#${portable.slice(beforePointer.length)}`;
  const near = nearestFile(inFolder(portable));
  if (near === undefined) return undefined;
  return `${portable.startsWith("./") ? "./" : ""}${wayTo(near, from)}${pointer}`;
}

/** A file as references name it in another one. */
export function wayTo(path: string, from: Source): string {
  return relative(dirname(from.path), path).replaceAll(sep, "/");
}

/** The file in `file.yaml/Name`, where the `#` before the pointer was left out. */
function fileAbove(path: string, inFolder: (path: string) => string): string | undefined {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    if (isFile(inFolder(path.slice(0, end)))) return path.slice(0, end);
  return undefined;
}
