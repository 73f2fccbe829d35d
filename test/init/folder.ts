import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { temporaryFolder } from "../support/cli.js";

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** A folder that holds these files, gone after the test. Its name is chosen: init reads it. */
export function folderWith(t: TestContext, files: Files, name = "shop"): string {
  const folder = join(temporaryFolder(t), name);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What a folder holds, but what belongs to git. Links are not followed, as `recursive` does from Node 22 on. */
export function filesIn(folder: string, below = folder): Files {
  const found = readdirSync(below, { withFileTypes: true }).flatMap((entry): (readonly [string, string])[] => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return entry.name === ".git" ? [] : Object.entries(filesIn(folder, path));
    return entry.isFile() ? [[path.slice(folder.length + 1), readFileSync(path, "utf8")]] : [];
  });
  return Object.fromEntries(found.sort());
}
