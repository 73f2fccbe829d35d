import { copyFileSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { git } from "../../history/git.js";
import type { Revision } from "../../history/revision.js";
import { folderToLayOut } from "../../read/laid-out.js";
import type { Given } from "./sides.js";

/** The documents that are here, with one file as git hands it over, in a folder that the caller removes. */
export function looseRevision({ path, file }: Given, name: string): Revision {
  const top = realpathSync(process.cwd());
  const folder = folderToLayOut();
  const listed = git([
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    "--",
    "*.yaml",
    "*.yml",
    "*.json",
  ]);
  for (const own of new Set(listed.stdout.split("\0").filter(Boolean))) copy(join(top, own), join(folder, own));
  copy(resolve(file), join(folder, path));
  return { name, folder, at: (here) => join(folder, relative(top, resolve(here))), formerly: () => [] };
}

/** Regular files alone: a link would lead out of it. */
function copy(from: string, to: string): void {
  if (!lstatSync(from, { throwIfNoEntry: false })?.isFile()) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
