import { copyFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/cli.js";

/** The smallest document there is: one code, whose id is `shop`. */
export const shopDocument = fileURLToPath(new URL("../golden/fixtures/minimal/openapi.yaml", import.meta.url));

/** A folder with that document as openapi.yaml, and nothing else. */
export function shopFolder(t: TestContext): string {
  const folder = temporaryFolder(t);
  copyFileSync(shopDocument, join(folder, "openapi.yaml"));
  return folder;
}

/** Says what was written; test/write is about it. */
export const manifest = ".openapi-errors.files";

/** Every file in a folder and below but the manifest: what it holds, and when that was written. */
export function snapshot(folder: string): Record<string, { readonly text: string; readonly written: number }> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== manifest)
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files.sort().map((file) => {
      const path = file.slice(folder.length + 1).replaceAll("\\", "/");
      return [path, { text: readFileSync(file, "utf8"), written: statSync(file).mtimeMs }];
    }),
  );
}

/** The same without the times. */
export function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(snapshot(folder)).map(([path, { text }]) => [path, text]));
}
