import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { own } from "./own.js";
import { resolveDir } from "./peers.js";
import { runSide } from "./processes.js";
import type { Setting } from "./row.js";

const made = new Map<string, Promise<string>>();

/** Generates an API beside the folders of the rows, once for all of them, and gives where its files are. */
export function generated(
  path: string,
  id: string,
  { folder }: Setting,
  kinds = "codes,errors,vectors,python",
): Promise<string> {
  const shared = join(dirname(folder), `${id} is shared`);
  const work = async () => {
    mkdirSync(shared);
    await runSide([own(["generate", path, "--id", id, "-o", "made", "--emit", kinds])], shared);
    return join(shared, "made", id);
  };
  const before = made.get(shared) ?? work();
  made.set(shared, before);
  return before;
}

/** What a bundler makes of a program. `from`: where its imports are looked for; packages are those of test/bench. */
export async function bundle(contents: string, from: string, minify: boolean): Promise<string> {
  const stdin = { contents, resolveDir: from, loader: "ts" } as const;
  const nodePaths = ["node_modules", "../../node_modules"].map((folder) => join(resolveDir, folder));
  const options = { minify, bundle: true, write: false, format: "esm", target: "es2022", nodePaths } as const;
  const { outputFiles } = await build({ stdin, ...options });
  return outputFiles[0]!.text;
}

let loadedSoFar = 0;

/**
 * Not run from the sources: what tsx does to functions is not what a bundler does. Each row loads a copy of its own, which no
 * other row has warmed.
 */
export async function loaded<Module>(contents: string, from: string, folder: string): Promise<Module> {
  // tsx maps stacks to sources, which would make any stack that is read dear.
  process.setSourceMapsEnabled(false);
  loadedSoFar += 1;
  const path = join(folder, `bundle-${loadedSoFar}.mjs`);
  writeFileSync(path, await bundle(contents, from, false));
  return (await import(pathToFileURL(path).href)) as Module;
}

/** Kilobytes of a program in a browser's bundle. */
export async function kilobytes(contents: string, from: string): Promise<number> {
  const text = await bundle(contents, from, true);
  return gzipSync(text, { level: 9 }).length / 1024;
}
