import { readdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Lets CommonJS have a module too: Node hands an ES module to `require` from 20.19 on, but TypeScript asks for declarations
 * that say so. `entry`: a module with named exports, or with one default.
 */
export async function writeCommonJs(entry: string): Promise<void> {
  const names = Object.keys((await import(pathToFileURL(resolve(entry)).href)) as object);
  const isDefault = names.join() === "default";
  const target = entry.replace(/\.js$/, "");
  writeFileSync(`${target}.cjs`, `module.exports = require("./index.js")${isDefault ? ".default" : ""};\n`);
  const from = 'from "./index.js" with { "resolution-mode": "import" };';
  const named = names.map((name) => `export declare const ${name}: typeof api.${name};\n`);
  const declared = isDefault
    ? `import type made ${from}\ndeclare const given: typeof made;\nexport = given;\n`
    : `import type * as api ${from}\nexport type * ${from}\n${named.join("")}`;
  writeFileSync(`${target}.d.cts`, declared);
}

/** Says that what is in the folders of the program are modules, and that the files beside them and some folders are CommonJS. */
export function markModules(program: string, commonJs: readonly string[]): void {
  const entries = readdirSync(program, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(program, entry.parentPath));
  const folders = new Set(paths.map((path) => path.split(sep, 1).join()).filter((name) => name !== ""));
  for (const folder of folders) mark(join(program, folder), "module");
  for (const folder of [".", ...commonJs]) mark(join(program, folder), "commonjs");
}

function mark(folder: string, type: "commonjs" | "module"): void {
  writeFileSync(join(folder, "package.json"), `{ "type": "${type}" }\n`);
}
