import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes down the hash of all that was built, by which a run knows that it is the same program as the one before. */
export function writeBuilt(folder: string): void {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(`${path}\n`).update(readFileSync(path));
  writeFileSync(join(folder, "built.txt"), `${hash.digest("hex")}\n`);
}
