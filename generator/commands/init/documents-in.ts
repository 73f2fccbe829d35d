import { closeSync, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";

export const documentNames = ["openapi.yaml", "openapi.yml", "openapi.json"];

/** How much of a file is looked at, and of how many files. */
const head = 4096;
const maxFiles = 200;

/** The OpenAPI documents in a folder: the one of the usual name, else those that say at their beginning what they are. */
export function documentsIn(folder: string): string[] {
  const usual = documentNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (usual !== undefined) return [usual];
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map(({ name }) => name).filter((name) => /^[^.].*\.(?:ya?ml|json)$/i.test(name));
  return named
    .sort()
    .slice(0, maxFiles)
    .map((name) => join(folder, name))
    .filter(isDocument);
}

function isDocument(path: string): boolean {
  return /^[ \t{]{0,20}["']?openapi["']?[ \t]*:[ \t]*["']?3\.\d/m.test(beginningOf(path));
}

/** Of a file that may not be read, nothing. */
function beginningOf(path: string): string {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(head);
      return bytes.toString("utf8", 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}
