import { basename, dirname, join, resolve } from "node:path";
import { createFilesMatcher, type TsConfigJsonResolved, type TsConfigResult } from "get-tsconfig";
import { shownPath } from "./file.js";
import { tsconfigAt } from "./tsconfig.js";

/** How generated files name each other: `./types.js`, `./types.ts` or `./types`. */
export const importExtensions = ["js", "ts", "none"] as const;

export type ImportExtension = (typeof importExtensions)[number];

/** What code in a folder needs, and why: undefined where nothing says so. */
export interface NeededExtension {
  readonly extension: ImportExtension;
  /** `tsconfig.json (moduleResolution bundler)` */
  readonly because: string;
}

/** What the nearest tsconfig.json above a folder needs; undefined where there is none, or none that can be read. */
export function neededExtension(folder: string): NeededExtension | undefined {
  try {
    const found = tsconfigAt(folder);
    if (!found) return undefined;
    const { path, config } = optionsOf(found, resolve(folder));
    const options = config.compilerOptions;
    const resolution = resolutionOf(options);
    const because = `${shownPath(path)} (moduleResolution ${resolution})`;
    if (!/^node(?:16|next)$/.test(resolution)) return { extension: "none", because };
    const isStripped = options?.allowImportingTsExtensions || options?.rewriteRelativeImportExtensions;
    return { extension: isStripped ? "ts" : "js", because };
  } catch {
    // Its own compiler says what is wrong with it.
    return undefined;
  }
}

/**
 * A tsconfig.json that only refers to others says what the one of them says whose files the folder's would be, else the
 * first: as in what Vite, Nx and Angular make.
 */
function optionsOf(found: TsConfigResult, folder: string, seen: readonly string[] = []): TsConfigResult {
  const { path, config } = found;
  const isSolution = config.files?.length === 0 && !config.include?.length;
  if (!isSolution || seen.includes(path)) return found;
  const referred = (config.references ?? []).flatMap((reference) => {
    const at = resolve(dirname(path), reference.path);
    const named = at.endsWith(".json") ? tsconfigAt(dirname(at), basename(at)) : tsconfigAt(at);
    return named ? [optionsOf(named, folder, [...seen, path])] : [];
  });
  const holds = (one: TsConfigResult) => createFilesMatcher(one)(join(folder, "index.ts")) !== undefined;
  return referred.find(holds) ?? referred[0] ?? found;
}

/** What is not said follows from the module kind. */
function resolutionOf(options: TsConfigJsonResolved["compilerOptions"]): string {
  const said = options?.moduleResolution?.toLowerCase();
  if (said !== undefined) return said;
  const module = options?.module?.toLowerCase() ?? "";
  if (/^node(?:16|18|20)$/.test(module)) return "node16";
  if (module === "nodenext") return module;
  return module === "commonjs" ? "node10" : "bundler";
}
