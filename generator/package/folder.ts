import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** The folder of this package, with a slash at its end, wherever the built program has this line. */
export const packageFolder = folderAbove(new URL("./", import.meta.url));

/**
 * Loads a package that is CommonJS, or a JSON file by its path from there. Imported, Node would read the former twice more, to know its
 * form and its names: of TypeScript that takes longer than all else.
 */
export const required = createRequire(packageFolder);

function folderAbove(folder: URL): URL {
  return existsSync(new URL("templates/", folder)) ? folder : folderAbove(new URL("../", folder));
}
