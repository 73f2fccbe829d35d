import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../package/folder.js";
import { isBuilt } from "../package/is-built.js";
import { hashOfBytes } from "../write/hash.js";

const root = fileURLToPath(packageFolder);
/** Written by the build: the hash of all that it made, and the files that the program reads when it runs. */
const builtFile = join(root, "dist", "built.txt");

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
  if (!isBuilt || !existsSync(builtFile)) return undefined;
  const own = readFileSync(join(root, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(own) as { readonly dependencies?: Readonly<Record<string, string>> };
  const packages = Object.keys(dependencies).map((name) => manifestOf(name, root));
  const [built, ...files] = readFileSync(builtFile, "utf8").trimEnd().split("\n");
  return hashOfBytes(JSON.stringify([process.version, built, own, packages, files.map(timeOf)]));
}

/** Who works on the program may edit a file after the build. */
function timeOf(file: string): string {
  const { size, mtimeMs } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {};
  return `${file} ${size} ${mtimeMs}`;
}

/** The package.json of a package, as Node finds it from a folder. */
function manifestOf(name: string, folder: string): string | undefined {
  const path = join(folder, "node_modules", name, "package.json");
  if (existsSync(path)) return readFileSync(path, "utf8");
  return dirname(folder) === folder ? undefined : manifestOf(name, dirname(folder));
}
