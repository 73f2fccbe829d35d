import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isBuilt, packageFolder } from "../package/folder.js";
import { hashOfBytes } from "../write/hash.js";

const root = fileURLToPath(packageFolder);
/** Written by the build: the hash of all that it made. */
const built = join(root, "dist", "built.txt");
/** What is read when the program runs, and may be edited after the build by those who work on it. */
const parts = ["templates", "generator/runtime", "generator/schema"];

/**
 * What makes the output beside what is read: this program, the packages that it stands on, and Node. Undefined where that
 * can't be known, as it runs from its sources.
 */
export function hashOfProgram(): string | undefined {
  // It is asked for twice in a run, and nothing of it changes in one.
  known ??= { hash: hashNow() };
  return known.hash;
}

let known: { readonly hash: string | undefined } | undefined;

function hashNow(): string | undefined {
  if (!isBuilt || !existsSync(built)) return undefined;
  const own = readFileSync(join(root, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(own) as { readonly dependencies?: Readonly<Record<string, string>> };
  const packages = Object.keys(dependencies).map((name) => manifestOf(name, root));
  return hashOfBytes(JSON.stringify([process.version, readFileSync(built, "utf8"), own, packages, parts.map(timesIn)]));
}

function timesIn(part: string): string[] {
  const files = readdirSync(join(root, part), { recursive: true, encoding: "utf8" }).sort();
  return files.map((file) => {
    const { size, mtimeMs } = statSync(join(root, part, file));
    return `${file} ${size} ${mtimeMs}`;
  });
}

/** The package.json of a package, as Node finds it from a folder. */
function manifestOf(name: string, folder: string): string | undefined {
  const path = join(folder, "node_modules", name, "package.json");
  if (existsSync(path)) return readFileSync(path, "utf8");
  return dirname(folder) === folder ? undefined : manifestOf(name, dirname(folder));
}
