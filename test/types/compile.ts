import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** The compilers that generated code is promised to work with: the folders they are installed in. */
export const compilers = { "TypeScript 5": "typescript", "TypeScript 7": "typescript-native" };

/** Compiles a folder by its tsconfig.json, in a process of its own: gives `<file>:<line>` of each error, and its text. */
export function compile(compiler: string, folder: string): { readonly places: string[]; readonly text: string } {
  const args = [`${modules}${compiler}/bin/tsc`, "--project", folder, "--pretty", "false"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const text = `${stdout}${stderr}`;
  const places = [...text.matchAll(/^(.+?)\((\d+),\d+\): error /gm)].map(([, file = "", line]) => {
    return `${basename(file)}:${line}`;
  });
  if ((status === 0) !== (places.length === 0)) throw new Error(`the compiler failed with ${status}: ${text}`);
  return { places, text };
}
