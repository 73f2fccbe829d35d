import { readdirSync } from "node:fs";
import { dirname, extname, isAbsolute, join, parse, relative, resolve } from "node:path";
import { suggest } from "../problem/suggest.js";
import { isLaidOut } from "./laid-out.js";

const documentEndings = [".yaml", ".yml", ".json"];
const usualNames = ["openapi", "swagger"];

/** The file that was probably meant by a path where none is: beside it, called almost the same, of the same kind. */
export function nearestFile(path: string): string | undefined {
  const wanted = parse(path);
  const isMeant = (ending: string) => ending === wanted.ext || documentEndings.includes(ending);
  const files = filesIn(dirname(path)).filter((file) => isMeant(extname(file)));
  const stem = suggest(wanted.name, [...new Set(files.map(stemOf))]);
  const found = files.filter((file) => stemOf(file) === stem);
  const name = found.find((file) => extname(file) === wanted.ext) ?? found[0];
  return name === undefined ? undefined : join(dirname(path), name);
}

/** The document that was probably meant by a folder. */
export function documentIn(folder: string): string | undefined {
  const name = filesIn(folder).find((file) => {
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
function filesIn(folder: string): string[] {
  if (!mayBeListed(folder)) return [];
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  } catch {
    // What can't be listed suggests nothing.
    return [];
  }
}
