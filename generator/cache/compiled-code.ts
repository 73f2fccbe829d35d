import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import module from "node:module";
import { dirname, join, sep } from "node:path";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import "../package/tier-up.js";
import { hashOfBytes } from "../write/hash.js";
import { cachesOfUser } from "./place.js";
import { readSealed, writeSealed } from "./sealed-file.js";

// Runs the program that is CommonJS, in dist/commonjs, and keeps what V8 compiles of it for the next run: a fifth of a small
// one is nothing else. What is kept is of this program in this place, this version of Node and its flags, which were set first.

interface Loading {
  readonly exports: unknown;
  require(name: string): unknown;
}

type Loader = (loading: Loading, path: string) => void;

/** What loads a file of CommonJS, as programs that compile in the course of that have always replaced it. */
const { _extensions: loaders } = module as unknown as { readonly _extensions: Record<".js", Loader> };
const usual = loaders[".js"];

const dist = dirname(__dirname);
/** Imports for the others: from code that was kept, Node can't. */
const importing = join(__dirname, "import.js");
// What a long run did at its beginning is kept too: V8 would forget it by the end.
setFlagsFromString("--no-flush-bytecode");
const place = placeOfCode();
const compiled: { readonly script: Script; readonly file: string }[] = [];

loaders[".js"] = (loading, path) => {
  if (place === undefined || !path.startsWith(`${dist}${sep}`) || path === importing) return usual(loading, path);
  const about = JSON.stringify([place.program, path]);
  const file = join(place.folder, `${hashOfBytes(about).slice(0, 32)}.code`);
  const cachedData = readSealed(file, (content) => content);
  const script = new Script(module.wrap(readFileSync(path, "utf8")), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  if (!cachedData || script.cachedDataRejected) compiled.push({ script, file });
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(loading.exports, loading.exports, (name: string) => loading.require(name), loading, path, dirname(path));
};

process.on("exit", () => {
  if (place === undefined || compiled.length === 0 || !isWritable(place.folder)) return;
  // By now it is more than what V8 compiled when it began.
  for (const { script, file } of compiled) writeSealed(file, script.createCachedData());
});

/** Of the user alone: what is kept beside the packages of a project comes with it from anybody, and code is run. */
function placeOfCode() {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const [built] = readFileSync(join(dist, "built.txt"), "latin1").split("\n", 1);
    // Each command runs another part of the program: what the first of them does would be all that is kept.
    const [command = ""] = /^[a-z][a-z-]{0,20}$/.exec(process.argv[2] ?? "") ?? [];
    const program = [built, process.version, process.arch, cachedDataVersionTag(), command];
    return { folder: join(cachesOfUser(), "openapi-errors"), program };
  } catch {
    // There are users without a home, and programs that are being built.
    return undefined;
  }
}

/** To make what can't be written would take time in every run. */
function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

module.createRequire(__filename)("./parts/main.js");
