import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, parse, relative, resolve } from "node:path";
import { suggest } from "../problem/suggest.js";
import { isLaidOut } from "./laid-out.js";

const documentEndings = [".yaml", ".yml", ".json"];
const usualNames = ["openapi", "swagger"];

/**
 * The file that was probably meant by a path where none is: beside it, called almost the same, of the same kind. Where its
 * folder is not there either, in the one that is called almost the same.
 */
export function nearestFile(path: string): string | undefined {
  const folder = nearestFolder(dirname(path));
  if (folder === undefined) return undefined;
  const wanted = parse(path);
  const isMeant = (ending: string) => ending === wanted.ext || documentEndings.includes(ending);
  const files = namesIn(folder, "file").filter((file) => isMeant(extname(file)));
  const stem = suggest(wanted.name, [...new Set(files.map(stemOf))]);
  const found = files.filter((file) => stemOf(file) === stem);
  const name = found.find((file) => extname(file) === wanted.ext) ?? found[0];
  return name === undefined ? undefined : join(folder, name);
}

function nearestFolder(path: string): string | undefined {
  if (existsSync(path)) return path;
  const parent = dirname(path);
  const above = parent === path ? undefined : nearestFolder(parent);
  const name = above === undefined ? undefined : suggest(basename(path), namesIn(above, "folder"));
  return above === undefined || name === undefined ? undefined : join(above, name);
}

/** The document that was probably meant by a folder. */
export function documentIn(folder: string): string | undefined {
  const name = namesIn(folder, "file").find((file) => {
    return usualNames.includes(stemOf(file)) && documentEndings.includes(extname(file));
  });
  return name === undefined ? undefined : join(folder, name);
}

function stemOf(file: string): string {
  return parse(file).name;
}

/** Only below where one works, or where files of a revision were laid out: nothing else is to be looked into. */
function mayBeListed(folder: string): boolean {
  const way = relative(process.cwd(), folder);
  const isBelow = !way.startsWith("..") && !isAbsolute(way);
  return isBelow || isLaidOut(resolve(folder));
}

/** In an order that does not depend on the machine. */
function namesIn(folder: string, kind: "file" | "folder"): string[] {
  if (!mayBeListed(folder)) return [];
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .flatMap((entry) => ((kind === "file" ? entry.isFile() : entry.isDirectory()) ? [entry.name] : []))
      .sort();
  } catch {
    // What can't be listed suggests nothing.
    return [];
  }
}
