import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NotRun } from "./row.js";

const require = createRequire(import.meta.url);
const modules = [new URL("../node_modules/", import.meta.url), new URL("../../../node_modules/", import.meta.url)];

/** The folder of a package, of test/bench or else of the project; undefined where it is not installed. */
export function packageFolder(name: string): string | undefined {
  return modules.map((folder) => join(fileURLToPath(folder), name)).find((folder) => existsSync(folder));
}

/** The program of a package, by its path inside. */
export function programOf(name: string, path: string): string | undefined {
  const folder = packageFolder(name);
  return folder === undefined ? undefined : join(folder, path);
}

export function versionOf(name: string): string | undefined {
  const folder = packageFolder(name);
  if (folder === undefined) return undefined;
  return (require(join(folder, "package.json")) as { version: string }).version;
}

export function notInstalled(name: string): NotRun {
  return { notRun: `${name} is not installed: type npm ci --prefix test/bench` };
}

/** Where a path of a package is asked for by its name, it is looked for from here. */
export const resolveDir = dirname(dirname(fileURLToPath(import.meta.url)));
