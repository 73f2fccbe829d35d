import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** The OpenAPI documents in a folder and below, in order. */
export function documentsBelow(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.filter((file) => [".json", ".yaml", ".yml"].includes(extname(file)) && isDocument(file)).sort();
}

/** So many of them, spread evenly; all where nobody says how many. */
export function spread<Item>(all: readonly Item[], limit: string | undefined): Item[] {
  const step = limit === undefined ? 1 : Math.max(1, all.length / Number(limit));
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function isDocument(file: string): boolean {
  return /["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/.test(readFileSync(file, "utf8"));
}
