import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { findTsconfig, getTsconfig, type TsConfigJsonResolved, type TsConfigResult } from "get-tsconfig";
import type TypeScript from "typescript";
import { required } from "../package/folder.js";
import { type OpenedFile, readText } from "./file.js";

/**
 * The nearest tsconfig.json above a folder, or one of another name in it, with what it extends. Where that can't be found,
 * as before `npm install`, it is what the rest says.
 */
export function tsconfigAt(folder: string, name?: string): TsConfigResult | undefined {
  try {
    return getTsconfig(folder, name) ?? undefined;
  } catch {
    const path = findTsconfig(folder, name);
    return path === undefined ? undefined : withoutWhatIsMissing(path);
  }
}

/**
 * The nearest tsconfig.json above a folder, and where others would be nearer: nothing else says what `tsconfigAt` gives.
 * Undefined where that one leads to others.
 */
export function tsconfigsFor(folder: string): OpenedFile[] | undefined {
  const looked: OpenedFile[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, "tsconfig.json");
    const read = existsSync(path) ? readText(path) : undefined;
    if (read)
      return "text" in read && !/extends|references|\\/.test(read.text) ? [...looked, { path, ...read }] : undefined;
    looked.push({ path, text: undefined });
    if (at === dirname(at)) return looked;
  }
}

/** As TypeScript itself goes on after an `extends` that leads nowhere. It takes long to load, so only then. */
function withoutWhatIsMissing(path: string): TsConfigResult | undefined {
  const ts = required("typescript") as typeof TypeScript;
  const { config = {} } = ts.readConfigFile(path, ts.sys.readFile);
  // No folder is searched for sources.
  const host = { ...ts.sys, readDirectory: () => [] };
  const { options, raw } = ts.parseJsonConfigFileContent(config, host, dirname(path), undefined, basename(path));
  const { module, moduleResolution, allowImportingTsExtensions, rewriteRelativeImportExtensions } = options;
  // What decides may stand in what is missing: then nobody knows.
  if (module === undefined && moduleResolution === undefined && raw?.references === undefined) return undefined;
  const compilerOptions = {
    module: module === undefined ? undefined : ts.ModuleKind[module],
    moduleResolution: moduleResolution === undefined ? undefined : ts.ModuleResolutionKind[moduleResolution],
    ...{ allowImportingTsExtensions, rewriteRelativeImportExtensions },
  };
  return { path, config: { ...raw, compilerOptions } as TsConfigJsonResolved };
}
