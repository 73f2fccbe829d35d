import { readdirSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of this project, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const project = fileURLToPath(new URL("../../", import.meta.url));

/** Every file below a folder of the project, with slashes in its path on any system. */
export function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(`${project}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}${sep}${name}`)
    .map((path) => ({ path: path.slice(project.length).split(sep).join("/"), text: readFileSync(path, "utf8") }));
}
