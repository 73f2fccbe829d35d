import type { GeneratedFile } from "./generated-file.js";

/** How generated files name each other: `./types.js`, `./types.ts` or `./types`. */
export const importExtensions = ["js", "ts", "none"] as const;

export type ImportExtension = (typeof importExtensions)[number];

const relativeImport = /^((?:import|export|\}).* from "\.\.?\/[\w./-]+)\.js";$/gm;

/** The same files with their imports of each other rewritten. */
export function withImportExtension<File extends GeneratedFile>(
  files: readonly File[],
  extension: ImportExtension,
): readonly File[] {
  if (extension === "js") return files;
  const ending = extension === "ts" ? ".ts" : "";
  return files.map((file) =>
    file.path.endsWith(".ts") ? { ...file, text: file.text.replace(relativeImport, `$1${ending}";`) } : file,
  );
}
