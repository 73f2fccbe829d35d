import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes down the hash of all that was built, by which a run knows that it is the same program as the one before; and the
 * files of `parts`, which the program reads when it runs and which may be edited later. Templates are built in.
 */
export function writeBuilt(folder: string, parts: readonly string[]): void {
  const hash = createHash("sha256");
  for (const path of filesIn(folder)) hash.update(`${path}\n`).update(readFileSync(path));
  const read = parts.flatMap(filesIn).filter((path) => !path.endsWith(".hbs"));
  writeFileSync(join(folder, "built.txt"), [hash.digest("hex"), ...read, ""].join("\n"));
}

function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}
