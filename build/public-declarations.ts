import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import ts from "typescript";

/** Removes declarations that no public one leads to. `whole`: folders of which all are public. */
export function keepPublicDeclarations(folder: string, entries: readonly string[], whole: readonly string[]): void {
  const kept = new Set<string>();
  const keep = (path: string): void => {
    if (kept.has(path) || !existsSync(path)) return;
    kept.add(path);
    for (const { fileName } of ts.preProcessFile(readFileSync(path, "utf8"), true, true).importedFiles)
      if (fileName.startsWith(".")) keep(join(dirname(path), fileName.replace(/\.js$/, ".d.ts")));
  };
  for (const entry of entries) keep(join(folder, entry));
  const isWhole = (path: string) => whole.some((name) => path.startsWith(join(folder, name) + sep));
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (path.endsWith(".d.ts") && !kept.has(path) && !isWhole(path)) rmSync(path);
  }
}
