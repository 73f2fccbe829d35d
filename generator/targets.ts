import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { misspeltName } from "./problem/misspelt.js";
import {
  configApisLeftOut,
  configApisListed,
  configApisMistyped,
  configMissing,
  configUnreadable,
  configWithoutApis,
  documentUnknown,
  fileUnreadable,
  idForSeveral,
} from "./problem/reading.js";
import { type Config, configName, listedIn, readConfig, type TargetsResult, targetsIn } from "./read/config.js";
import { type FileInput, isFile, isUrl, type OpenedFile, pathOf, shownPath, type Unread } from "./read/file.js";
import { beginningOf } from "./read/lines.js";
import { documentIn, nearestFile } from "./read/nearest-file.js";
import { problemAtKey } from "./read/position.js";
import { isObject, members } from "./read/source.js";
import type { Target } from "./read/target.js";

/** What a command line says of all its documents. */
export interface TargetFlags {
  readonly id?: string;
  readonly evidence?: readonly string[];
  readonly overlay?: readonly string[];
  readonly docsUrl?: string;
  /** The option that names documents, and a space. Default: each word is one. */
  readonly namedBy?: string;
}

/** The targets, and the config as it was read, whether it is there or not. */
type AskedTargets =
  | { readonly targets: readonly Target[]; readonly config: OpenedFile }
  | Extract<TargetsResult, { readonly problems: unknown }>;

/**
 * The documents that were named, by their paths or as redocly.yaml calls them, else all of redocly.yaml, with the
 * settings that it has for them. What was asked for wins over what the config says.
 */
export function targetsOf(documents: readonly FileInput[], flags: TargetFlags): AskedTargets {
  const config = readConfig(process.cwd());
  if ("problems" in config) return config;
  if ("reason" in config && documents.length > 0 && isFile(configName))
    return { problems: [{ ...configUnreadable(configName, config.reason), position: beginningOf(configName) }] };
  const found = documents.length === 0 ? targetsOfConfig(config, flags.namedBy) : namedTargets(documents, config);
  const { id, evidence, overlay, docsUrl } = flags;
  const asked: NonNullable<Target["asked"]> = {
    ...(id !== undefined && { id }),
    ...(evidence && { evidence }),
    ...(overlay && { overlays: overlay }),
    ...(docsUrl !== undefined && { docsUrl }),
  };
  const withAsked = (target: Target): Target => {
    return { ...target, ...asked, asked, listed: servedAt(target.listed, docsUrl) };
  };
  if ("problems" in found) return { problems: found.problems, sound: (found.sound ?? []).map(withAsked) };
  const [, second] = found.targets;
  if (id !== undefined && second) {
    const position = second.places?.[""] ?? beginningOf(shownPath(resolve(second.document)));
    return { problems: [{ ...idForSeveral(id, found.targets.length), position }] };
  }
  return {
    targets: found.targets.map(withAsked),
    config: { path: resolve(configName), text: "text" in config ? config.text : undefined },
  };
}

/** The docs of a folder are served at one place, whichever of its APIs were named. */
function servedAt(listed: Target["listed"], docsUrl: string | undefined): Target["listed"] {
  if (docsUrl === undefined) return listed;
  return listed?.map((api) => ({ ...api, target: api.target && { ...api.target, docsUrl } }));
}

/** The config, where there is one: a change of it changes what a run does. */
export function configFiles(): string[] {
  const path = resolve(configName);
  return existsSync(path) ? [path] : [];
}

/** All APIs of the config but those that it leaves out. */
function targetsOfConfig(config: Config | Unread, namedBy: string | undefined): TargetsResult {
  if ("reason" in config) {
    const document = documentIn(".");
    const finding = configMissing(configName, config.reason, document, namedBy, configElsewhere());
    return { problems: [{ ...finding, position: beginningOf(configName) }] };
  }
  const [first] = config.apis;
  const { value } = config.list;
  const isNoMap = value !== undefined && value !== null && !isObject(value);
  const mistyped = members(config.whole).find(([key]) => misspeltName(key, ["apis"]) !== undefined);
  if (value === undefined && mistyped)
    return { problems: [problemAtKey(mistyped[1], configApisMistyped(mistyped[0]))] };
  if (!first)
    return { problems: [problemAtKey(config.list, (isNoMap ? configApisListed : configWithoutApis)(configName))] };
  const apis = config.apis.filter(({ isLeftOut }) => !isLeftOut);
  if (apis.length === 0) return { problems: [problemAtKey(config.list, configApisLeftOut(configName, first.name))] };
  return targetsIn(config, apis);
}

/** What to do where the config has almost its name, or stands in a folder above. */
function configElsewhere(): string | undefined {
  const near = nearestFile(configName);
  if (near !== undefined) return `rename \`${near}\` to \`${configName}\``;
  for (let folder = process.cwd(); folder !== dirname(folder); ) {
    folder = dirname(folder);
    if (isFile(join(folder, configName))) return `run it in \`${relative(process.cwd(), folder)}\`, where one is`;
  }
  return undefined;
}

/** What was named, and beside it what else the config lists: what is wrong there stops nothing. */
function namedTargets(documents: readonly FileInput[], config: Config | Unread): TargetsResult {
  const results = [...new Set(documents)].map((input) => {
    if (typeof input === "string") return "reason" in config ? withoutConfig(input) : named(input, config);
    const found = "reason" in config ? plain(input.path) : atPath(input.path, config);
    return "problems" in found ? found : { targets: found.targets.map((target) => ({ ...target, text: input.text })) };
  });
  const problems = results.flatMap((result) => ("problems" in result ? result.problems : []));
  const targets = results.flatMap((result) => ("targets" in result ? result.targets : (result.sound ?? [])));
  if (problems.length > 0) return { problems, sound: targets };
  // One that was named twice, by its name and by its path.
  const unique = new Map(targets.map((target) => [target.name ?? resolve(target.document), target]));
  const listed = "reason" in config ? [] : listedIn(config);
  return { targets: [...unique.values()].map((target) => ({ ...target, listed })) };
}

/** By its name in the config; else by its path, which several APIs may share. */
function named(name: string, config: Config): TargetsResult {
  const byName = config.apis.filter((api) => api.name === name);
  if (byName.length > 0) return targetsIn(config, byName);
  if (config.apis.length === 0 || isUrl(name) || existsSync(name) || isListed(name, config))
    return atPath(name, config);
  const names = config.apis.map((api) => api.name);
  const near = nearestFile(name);
  const unknown = documentUnknown(name, names, near && shownPath(resolve(near)));
  return { problems: [{ ...unknown, position: beginningOf(shownPath(resolve(name))) }] };
}

/** A path; or what a config calls an API, which is not here. */
function withoutConfig(name: string): TargetsResult {
  const elsewhere = /[/\\.]/.test(name) || existsSync(name) ? undefined : configElsewhere();
  if (elsewhere === undefined) return plain(name);
  const unread = { reason: "there is no such file", fix: `${elsewhere}, or name a file that exists` };
  return { problems: [{ ...fileUnreadable(name, unread), position: beginningOf(name) }] };
}

function isListed(path: string, { apis }: Config): boolean {
  return apis.some(({ document }) => document === pathOf(path));
}

function atPath(path: string, config: Config): TargetsResult {
  const apis = config.apis.filter(({ document }) => document === pathOf(path));
  return apis.length > 0 ? targetsIn(config, apis) : plain(path);
}

function plain(document: string): TargetsResult {
  return { targets: [{ document }] };
}
