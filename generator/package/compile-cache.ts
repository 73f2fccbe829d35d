import * as module from "node:module";
import { dirname } from "node:path";

/** Node 22.8 and later. */
interface CompileCache {
  readonly enableCompileCache?: () => unknown;
  /** The folder of this version of Node, in that of all. */
  readonly getCompileCacheDir?: () => string | undefined;
}

// It keeps what it compiles, for all programs in one place; NODE_DISABLE_COMPILE_CACHE=1 keeps nothing.
const { enableCompileCache, getCompileCacheDir } = module as CompileCache;
enableCompileCache?.();

/** Whether that is done by what runs the program: Bun and Deno have their own ways. */
export const isCodeKept: boolean =
  ["bun", "deno"].some((name) => name in process.versions) || enableCompileCache !== undefined;

/** What makes a worker keep what it compiles as well. */
export function compileCacheOfWorker(): { readonly NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir?.();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
