import type { ImportExtension } from "../read/needed-extension.js";
import type { GeneratedFile } from "./generated-file.js";

const relativeImport = /^((?:import|export|\}).* from "\.\.?\/[\w./-]+)\.js";$/gm;

/** The same files with their imports of each other rewritten. */
export function withImportExtension<File extends GeneratedFile>(
  files: readonly File[],
  extension: ImportExtension,
): readonly File[] {
  if (extension === "js") return files;
  const ending = extension === "ts" ? ".ts" : "";
  return files.map((file) =>
    /\.(?:ts|js)$/.test(file.path) ? { ...file, text: file.text.replace(relativeImport, `$1${ending}";`) } : file,
  );
}
