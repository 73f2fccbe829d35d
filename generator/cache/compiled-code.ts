import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import module from "node:module";
import { dirname, join, sep } from "node:path";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { isNode } from "../package/is-node.js";
import "../package/short-run.js";
import { growYoungWhereMuch, keepYoungSmall } from "../package/young-generation.js";
import { hashOfBytes } from "../write/hash.js";
import { cachesOfUser } from "./place.js";
import { readSealed, writeSealed } from "./sealed-file.js";

// Runs the program that is CommonJS, in dist/commonjs, and keeps what V8 compiles of it for the next run: up to two fifths of a
// small one are nothing else. What is kept is of this program in this place, this version of Node and its flags, which were set first.

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

/** Runs a file of the program, beside this one, and what it loads, with what was kept of them. */
export function runKept(part: string): void {
  // What a long run did at its beginning is kept too: V8 would forget it by the end.
  if (isNode) setFlagsFromString("--no-flush-bytecode");
  const place = isNode ? placeOfCode() : undefined;
  if (place) keepIn(place);
  module.createRequire(__filename)(part);
}

interface Place {
  readonly folder: string;
  /** All that makes what is compiled another. */
  readonly program: readonly (string | number | undefined)[];
}

function keepIn({ folder, program }: Place): void {
  const compiled: { readonly script: Script; readonly file: string }[] = [];
  loaders[".js"] = (loading, path) => {
    if (!path.startsWith(`${dist}${sep}`) || path === importing) return usual(loading, path);
    const file = join(folder, `${hashOfBytes(JSON.stringify([program, path])).slice(0, 32)}.code`);
    const cachedData = readSealed(file, (content) => content);
    // V8 takes it with the flags that it was kept with alone: those that each run begins with.
    keepYoungSmall();
    const script = new Script(module.wrap(readFileSync(path, "utf8")), {
      filename: path,
      ...(cachedData && { cachedData }),
    });
    growYoungWhereMuch();
    if (!cachedData || script.cachedDataRejected) compiled.push({ script, file });
    const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
    run.call(loading.exports, loading.exports, (name: string) => loading.require(name), loading, path, dirname(path));
  };
  process.on("exit", () => {
    if (compiled.length === 0 || !isWritable(folder)) return;
    keepYoungSmall();
    // By now it is more than what V8 compiled when it began.
    for (const { script, file } of compiled) writeSealed(file, script.createCachedData());
  });
}

/** Of the user alone: what is kept beside the packages of a project comes with it from anybody, and code is run. */
function placeOfCode(): Place | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const [built] = readFileSync(join(dist, "built.txt"), "latin1").split("\n", 1);
    const program = [built, process.version, process.arch, cachedDataVersionTag(), ...kindOfRun(process.argv.slice(2))];
    return { folder: join(cachesOfUser(), "openapi-errors"), program };
  } catch {
    // There are users without a home, and programs that are being built.
    return undefined;
  }
}

/**
 * The command, its options, what it is asked for and in which format its documents are: each of them runs other parts of the
 * program. What the first run does is kept, and is too little for one of another kind, or too much to be read.
 */
function kindOfRun([first = "", ...args]: readonly string[]): readonly string[] {
  const [command = ""] = /^[a-z][a-z-]{0,20}$/.exec(first) ?? [];
  const kinds = args.map((arg, at) => {
    if (args[at - 1] === "--emit" || arg.startsWith("--emit=")) return arg;
    return arg.startsWith("-") ? arg.split("=", 1)[0]! : (/\.(?:json|ya?ml)$/.exec(arg)?.[0] ?? "");
  });
  return [command, ...new Set(kinds)].map((kind) => kind.slice(0, 100));
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
