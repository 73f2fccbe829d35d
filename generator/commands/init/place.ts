import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { configName } from "../../read/config.js";
import { isObject } from "../../read/source.js";
import { type PackageFile, readPackage } from "./package-file.js";

/** Where things go. All paths are whole. */
export interface Place {
  /** The folder that was named: its document, its output and its scripts. */
  readonly folder: string;
  /** The folder of redocly.yaml, in which commands are run. */
  readonly home: string;
  /** The folder of the repository, for what belongs at its root; else the same as `home`. */
  readonly repository: string;
  readonly isRepository: boolean;
  /** The package.json of the folder, if it has one. */
  readonly packageFile: PackageFile | undefined;
}

/** In a monorepo, the config is the one at its root, unless the package has its own. */
export function placeOf(named: string): Place {
  const folder = resolve(named);
  const repository = above(folder).find((at) => existsSync(join(at, ".git")));
  const within = above(folder).filter((at) => repository === undefined || at.length >= repository.length);
  const workspace = within.slice(1).find(isWorkspace);
  const home = existsSync(join(folder, configName)) ? folder : (workspace ?? folder);
  return {
    folder,
    home,
    repository: repository ?? home,
    isRepository: repository !== undefined,
    packageFile: readPackage(folder, repository ?? home),
  };
}

function isWorkspace(folder: string): boolean {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return true;
  const file = readPackage(folder, folder);
  return file !== undefined && "value" in file && isObject(file.value) && file.value.workspaces !== undefined;
}

/** The folder and those above it, innermost first. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  return [folder, ...(parent === folder ? [] : above(parent))];
}
