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

/** What a folder holds, but what belongs to git. Links are not followed. */
export function filesIn(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const shown = paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")] as const);
  return Object.fromEntries(shown.filter(([path]) => !path.startsWith(".git/")).sort());
}
