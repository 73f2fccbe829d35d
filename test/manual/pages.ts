import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Block, blocksOf } from "./blocks.js";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The pages of the manual that people wrote, relative to the root. Those of problems and changes are made. */
export const pages: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((path) => `docs/${path}`),
]
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md") && !/^docs\/(?:problems|changes)\//.test(path));

export function textOf(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

export function blocksIn(page: string): Block[] {
  return blocksOf(textOf(page));
}

/** A file that a page shows. */
export function fileOf(page: string, title: string): string {
  const block = blocksIn(page).find((one) => one.title === title);
  if (!block) throw new Error(`${page} shows no ${title}`);
  return block.text;
}

/** Whether the tests do what a page says, from top to bottom: it shows files. */
export function isFollowed(page: string): boolean {
  return blocksIn(page).some(({ title }) => title !== undefined);
}
