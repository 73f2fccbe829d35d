import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { blocksOf } from "../manual/blocks.js";

const page = fileURLToPath(new URL("../../docs/frameworks.md", import.meta.url));

/** The files that docs/frameworks.md shows for a consumer, by their paths: what it builds is what the page says. */
export function filesOf(row: string): Record<string, string> {
  const blocks = blocksOf(readFileSync(page, "utf8")).filter((block) => block.row === row && block.file !== undefined);
  if (blocks.length === 0) throw new Error(`docs/frameworks.md shows no file for ${row}`);
  return Object.fromEntries(blocks.map(({ file, text }) => [file, text]));
}

/** The commands that it shows for one. */
export function commandsOf(row: string): string[] {
  const blocks = blocksOf(readFileSync(page, "utf8")).filter((block) => block.row === row && block.language === "sh");
  return blocks.flatMap(({ text }) => text.trim().split("\n"));
}
