import { dirname, join, resolve } from "node:path";
import { misspeltName } from "../problem/misspelt.js";
import type { Position, Problem } from "../problem/problem.js";
import {
  apiOfText,
  apiWithoutRoot,
  configIdReserved,
  docsUrlInvalid,
  fileUnreadable,
  rootMistyped,
  settingOutside,
  settingsMisplaced,
  settingsMistyped,
} from "../problem/reading.js";
import { suggest } from "../problem/suggest.js";
import { docsUrlOf } from "./docs-url.js";
import { readExtensionRules } from "./extension-rule.js";
import { folderUnread, readText, shownPath, type Unread } from "./file.js";
import { type ImportExtension, importExtensions } from "./needed-extension.js";
import { ownSchema } from "./own-validators.js";
import { mapParser } from "./parse.js";
import { byPosition, positionOf, problemAt, problemAtKey } from "./position.js";
import { freeId, reservedIds } from "./reserved-ids.js";
import { child, isObject, items, type JsonObject, members, type Node, rootOf, textAt } from "./source.js";
import { type Language, type ListedApi, languages, type Target } from "./target.js";
import { validate } from "./validate.js";

/** What a redocly.yaml lists. */
export interface Config {
  readonly path: string;
  readonly text: string;
  readonly whole: Node;
  /** The map of APIs itself. */
  readonly list: Node;
  readonly apis: readonly ConfiguredApi[];
}

/** An API of a redocly.yaml: not checked yet. */
export interface ConfiguredApi {
  readonly name: string;
  readonly node: Node;
  /** Its document; undefined where it names none. */
  readonly document: string | undefined;
  /** `x-openapi-errors: false`. */
  readonly isLeftOut: boolean;
}

/** What is asked for, or all that is wrong with that. `sound`: those of them that can be read all the same. */
export type TargetsResult =
  | { readonly targets: readonly Target[] }
  | { readonly problems: readonly Problem[]; readonly sound?: readonly Target[] };

type Said = NonNullable<Target["folderSays"]>;

export const configName = "redocly.yaml";
const settingsName = "x-openapi-errors";
const parseConfig = mapParser("`apis: { name: { root: path/to/openapi.yaml } }`");

/** The redocly.yaml in a folder, or why there is none. */
export function readConfig(folder: string): Config | Unread | { readonly problems: readonly Problem[] } {
  const path = join(folder, configName);
  const read = readText(path);
  if ("reason" in read) return read;
  const file = shownPath(path);
  // An empty one is there to mark the root of a project.
  const isEmpty = read.text.split("\n").every((line) => /^(?:---|\.\.\.)?\s*(?:#|$)/.test(line));
  const parsed = isEmpty ? { value: {} } : parseConfig(file, read.text);
  if ("problems" in parsed) return parsed;
  const whole = rootOf({ file, path, text: read.text, ...parsed });
  const list = child(whole, "apis");
  const apis = members(list).map(([name, node]) => {
    const root = textAt(node, "root");
    const isLeftOut = child(node, settingsName).value === false;
    return { name, node, isLeftOut, document: root === undefined ? undefined : resolve(dirname(path), root) };
  });
  return { path, text: read.text, whole, list, apis };
}

/** APIs of a config with their settings, or all that is wrong with these. */
export function targetsIn(config: Config, apis: readonly ConfiguredApi[]): TargetsResult {
  const { whole } = config;
  const misplaced = members(whole).filter(([key]) => isSettings(key));
  const judged = apis.map((api) => {
    const problems = problemsOf(api);
    if (problems.length === 0) return { problems, readable: api };
    // One run tells of its files as well.
    const readable = readableOf(api);
    return { problems: readable ? problems : [...problems, ...unreadFiles(api)], readable };
  });
  const problems = [
    ...misplaced.map(([key, node]) => problemAtKey(node, settingsMisplaced(key, settingsName))),
    ...judged.flatMap(({ problems }) => problems),
  ].sort((a, b) => byPosition(a.position, b.position));
  const said = saidOfFolders(config);
  const sound = judged.flatMap(({ readable }) => readable ?? []);
  const targets = sound.map((api) => targetOf(dirname(config.path), api, said));
  return problems.length > 0 ? { problems, sound: targets } : { targets };
}

/** All APIs that a config does not leave out. What is wrong with one of them is its own. */
export function listedIn(config: Config): ListedApi[] {
  const folder = dirname(config.path);
  return config.apis.flatMap((api) => {
    if (api.isLeftOut) return [];
    const found = targetsIn(config, [api]);
    const target = "targets" in found ? found.targets[0] : undefined;
    return [{ name: api.name, output: outputOf(folder, api.node), target, position: positionOf(api.node, true) }];
  });
}

function problemsOf({ name, node }: ConfiguredApi): Problem[] {
  return [
    ...invalidSettings(node),
    ...missingRoot(name, node),
    ...invalidId(setting(node, "id")),
    ...invalidDocsUrl(setting(node, "docsUrl")),
    ...missingFolder(setting(node, "root")),
  ];
}

/** Settings that say how a document is read: where one of them is wrong, it would be found wrong for that. */
const settingsOfReading = ["id", "overlay", "evidence", "extensions", "root"];

/** An API without those of its settings that are wrong; undefined where it can't be read without them. */
function readableOf(api: ConfiguredApi): ConfiguredApi | undefined {
  const { node, document } = api;
  const settings = child(node, settingsName).value;
  const isElsewhere = outsideSettings(node).length > 0 || members(node).some(([key]) => isMistyped(key));
  if (document === undefined || missingRoot(api.name, node).length > 0 || !isObject(settings) || isElsewhere)
    return undefined;
  const isWrong = (key: string, value: unknown) =>
    problemsOfGiven({ [key]: value }).length > 0 || (key === "root" && missingFolder(setting(node, key)).length > 0);
  const wrong = Object.keys(settings).filter((key) => isWrong(key, settings[key]));
  if (wrong.some((key) => suggest(key, settingsOfReading) !== undefined)) return undefined;
  const sound = Object.fromEntries(Object.entries(settings).filter(([key]) => !wrong.includes(key)));
  return { ...api, node: { ...node, value: { ...(node.value as JsonObject), [settingsName]: sound } } };
}

/** Where an API that is not read names a file that can't be. */
function unreadFiles({ node }: ConfiguredApi): Problem[] {
  return fileNodes(node).flatMap((named) => {
    const path = resolve(dirname(named.source.path), String(named.value));
    const read = readText(path);
    return "reason" in read ? [problemAt(named, fileUnreadable(shownPath(path), read))] : [];
  });
}

/** That the folder that references may not leave is none. */
function missingFolder(root: Node): Problem[] {
  const { value, source } = root;
  if (typeof value !== "string" || value.trim() === "") return [];
  const unread = folderUnread(resolve(dirname(source.path), value));
  return unread ? [problemAt(root, fileUnreadable(value, unread))] : [];
}

/** That an API names no document; at its `root`, where that has another name or holds something else. */
function missingRoot(name: string, api: Node): Problem[] {
  if (textAt(api, "root")?.trim()) return [];
  if (typeof api.value === "string") return [problemAt(api, apiOfText(name, api.value))];
  const root = child(api, "root");
  if (root.value !== undefined) return [problemAt(root, apiWithoutRoot(name))];
  const meant = members(api).find(([key]) => misspeltName(key, ["root"]) !== undefined);
  return [meant ? problemAtKey(meant[1], rootMistyped(meant[0], name)) : problemAtKey(api, apiWithoutRoot(name))];
}

/** What was checked, as it is meant: paths begin at the folder of the config. */
function targetOf(folder: string, { name, node }: ConfiguredApi, said: ReadonlyMap<string, Said>): Target {
  const text = (key: string) => textAt(node, settingsName, key);
  const path = (key: string) => below(folder, text(key));
  const settings = members(child(node, settingsName));
  return {
    document: resolve(folder, textAt(node, "root") ?? ""),
    name,
    id: text("id"),
    output: path("output"),
    emit: textsIn(setting(node, "emit")),
    language: text("language") as Language | undefined,
    importExtension: text("importExtension") as ImportExtension | undefined,
    folderSays: said.get(outputOf(folder, node)),
    docsUrl: docsUrlOf(text("docsUrl") ?? ""),
    history: text("history"),
    evidence: textsIn(setting(node, "evidence")),
    extensions: readExtensionRules(setting(node, "extensions")),
    overlays: textsIn(setting(node, "overlay"))?.map((overlay) => resolve(folder, overlay)),
    root: path("root"),
    places: Object.fromEntries([["", positionOf(node, true)], ...settings.map(([key, at]) => [key, positionOf(at)])]),
    filesNamed: filesNamed(folder, node),
  };
}

/** Where an API names its document and its overlays, by the whole path of each. */
function filesNamed(folder: string, api: Node): Readonly<Record<string, Position>> {
  return Object.fromEntries(fileNodes(api).map((node) => [resolve(folder, String(node.value)), positionOf(node)]));
}

function fileNodes(api: Node): Node[] {
  const overlay = setting(api, "overlay");
  const named = [child(api, "root"), ...(Array.isArray(overlay.value) ? items(overlay) : [overlay])];
  return named.filter(({ value }) => typeof value === "string" && value.trim() !== "");
}

/** For each folder the first thing that an API says of how its code is written; what is no such thing says nothing. */
function saidOfFolders({ path, apis }: Config): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const { node, isLeftOut } of apis) {
    if (isLeftOut) continue;
    const output = outputOf(dirname(path), node);
    const one = <Value extends string>(name: string, values: readonly Value[]) =>
      values.find((value) => value === textAt(node, settingsName, name));
    const { language, importExtension } = said.get(output) ?? {};
    said.set(output, {
      language: language ?? one("language", languages),
      importExtension: importExtension ?? one("importExtension", importExtensions),
    });
  }
  return said;
}

function outputOf(folder: string, api: Node): string {
  return resolve(folder, textAt(api, settingsName, "output") ?? "generated");
}

/** What our part of an API's settings may not hold, and a part whose name is only almost ours. */
function invalidSettings(api: Node): Problem[] {
  const settings = child(api, settingsName);
  const misplaced = outsideSettings(api);
  // Named on the command line, one that is left out has no settings.
  if (settings.value === false) return misplaced;
  if (settings.value !== undefined) return [...misplaced, ...validate(settingsName, settings)];
  const meant = members(api).filter(([key]) => isSettings(key));
  return [...misplaced, ...meant.map(([key, node]) => problemAtKey(node, settingsMistyped(key, settingsName)))];
}

/** Settings that stand beside the map that they belong into. Two of the names are Redocly's as well. */
function outsideSettings(api: Node): Problem[] {
  const others = members(api).filter(([key]) => !key.startsWith("x-") && !["root", "output"].includes(key));
  if (others.length === 0) return [];
  const { properties } = ownSchema(settingsName);
  const settings = others.filter(([key]) => isObject(properties) && Object.hasOwn(properties, key));
  return settings.map(([key, node]) => problemAtKey(node, settingOutside(key, settingsName)));
}

function isMistyped(key: string): boolean {
  return key !== settingsName && isSettings(key);
}

/** Whether a key is that of our settings, or meant to be: `x-openapi-error`, `openapi-errors`, `xOpenapiErrors`. */
function isSettings(key: string): boolean {
  return [key, `x-${key}`].some((name) => name === settingsName || misspeltName(name, [settingsName]) !== undefined);
}

/** What is wrong with settings that a program gives: shown where they stand in their JSON. */
export function problemsOfGiven(settings: Readonly<Record<string, unknown>>): Problem[] {
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const value = { options: given };
  const text = JSON.stringify(value, null, 2);
  const options = child(rootOf({ file: "options", path: resolve("options"), text, value }), "options");
  return [
    ...validate(settingsName, options),
    ...invalidId(child(options, "id")),
    ...invalidDocsUrl(child(options, "docsUrl")),
  ];
}

function invalidId(id: Node): Problem[] {
  const value = String(id.value);
  return reservedIds.has(value) ? [problemAt(id, configIdReserved(value, freeId(value)))] : [];
}

function invalidDocsUrl(node: Node): Problem[] {
  const { value } = node;
  // That it is empty the schema says.
  if (typeof value !== "string" || value.trim() === "" || docsUrlOf(value) !== undefined) return [];
  return [problemAt(node, docsUrlInvalid(value))];
}

function setting(api: Node, name: string): Node {
  return child(api, settingsName, name);
}

/** A list, or a single name. */
function textsIn({ value }: Node): string[] | undefined {
  return value === undefined ? undefined : [value].flat().map(String);
}

function below(folder: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(folder, path);
}
