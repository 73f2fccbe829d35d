import { dirname, join } from "node:path";
import { misspeltName } from "../problem/misspelt.js";
import type { Finding, Problem } from "../problem/problem.js";
import {
  apiWithoutRoot,
  configMissing,
  configWithoutApis,
  docsUrlInvalid,
  emitterUnknown,
  evidenceUnknown,
  settingsMistyped,
} from "../problem/reading.js";
import { docsUrlOf } from "./docs-url.js";
import { checkExtensionRules, type ExtensionRule, readExtensionRules } from "./extension-rule.js";
import { readText, shownPath } from "./file.js";
import { beginningOf } from "./lines.js";
import { parseMap } from "./parse.js";
import { problemAt, problemAtKey } from "./position.js";
import { child, items, members, type Node, rootOf, textAt } from "./source.js";
import { ownSchema, validate } from "./validate.js";

/** One API to generate for: its document, the folder to write to, and the emitters where the config names them. */
export interface Target {
  readonly document: string;
  readonly output: string | undefined;
  readonly emit: readonly string[] | undefined;
  /** The URL below which its docs are served. */
  readonly docsUrl: string | undefined;
  /** What makes a code listed. */
  readonly evidence?: readonly string[] | undefined;
  /** Extensions that list codes, beside those that are known. */
  readonly extensions?: readonly ExtensionRule[] | undefined;
  /** Overlays that are applied to the document, in this order. */
  readonly overlays?: readonly string[] | undefined;
}

export type ConfigResult = { readonly targets: readonly Target[] } | { readonly problems: readonly Problem[] };

export const configName = "redocly.yaml";
const settingsName = "x-openapi-errors";

/** The `apis` of the redocly.yaml in a folder, but those whose settings are `false`. `emitters` and `evidences`: those that there are. */
export function readConfig(folder: string, emitters: readonly string[], evidences: readonly string[]): ConfigResult {
  const path = join(folder, configName);
  const read = readText(path);
  const file = shownPath(path);
  if ("reason" in read)
    return {
      problems: [{ ...configMissing(file, read.reason), position: beginningOf(file) }],
    };
  const parsed = parseMap(file, read.text);
  if ("problems" in parsed) return { problems: parsed.problems };

  const config = rootOf({ file, path, text: read.text, value: parsed.value });
  const listed = members(child(config, "apis"));
  if (listed.length === 0) return { problems: [problemAtKey(child(config, "apis"), configWithoutApis(file))] };
  const apis = listed.filter(([, api]) => child(api, settingsName).value !== false);
  const problems = apis.flatMap(([id, api]) => [
    ...invalidSettings(api),
    ...(textAt(api, "root") === undefined ? [problemAtKey(api, apiWithoutRoot(id))] : []),
    ...unknownNames(emittersOf(api), emitters, emitterUnknown),
    ...unknownNames(ownMember(api, "evidence"), evidences, evidenceUnknown),
    ...checkExtensionRules(ownMember(api, "extensions")),
    ...invalidDocsUrl(docsUrlIn(api)),
  ]);
  if (problems.length > 0) return { problems };
  return {
    targets: apis.map(([, api]) => {
      const output = textAt(api, settingsName, "output");
      const emit = emittersOf(api);
      const docsUrl = docsUrlIn(api).value;
      return {
        document: join(dirname(path), textAt(api, "root") ?? ""),
        output: output === undefined ? undefined : join(dirname(path), output),
        emit: textsIn(emit),
        evidence: textsIn(ownMember(api, "evidence")),
        extensions: readExtensionRules(ownMember(api, "extensions")),
        overlays: textsIn(ownMember(api, "overlay"))?.map((overlay) => join(dirname(path), overlay)),
        docsUrl: docsUrl === undefined ? undefined : docsUrlOf(String(docsUrl)),
      };
    }),
  };
}

/** What our part of an API's settings may not hold, and a part whose name is only almost ours. */
function invalidSettings(api: Node): Problem[] {
  const settings = child(api, settingsName);
  if (settings.value !== undefined) return validate(ownSchema(settingsName), settings);
  const meant = members(api).filter(([key]) => key.startsWith("x-") && misspeltName(key, [settingsName]) !== undefined);
  return meant.map(([key, node]) => problemAtKey(node, settingsMistyped(key, settingsName)));
}

function emittersOf(api: Node): Node {
  return ownMember(api, "emit");
}

function ownMember(api: Node, name: string): Node {
  return child(api, settingsName, name);
}

function textsIn(names: Node): string[] | undefined {
  return names.value === undefined ? undefined : namesIn(names).map(({ value }) => String(value));
}

function docsUrlIn(api: Node): Node {
  return ownMember(api, "docsUrl");
}

/** A list, or a single name. */
function namesIn(emit: Node): Node[] {
  return Array.isArray(emit.value) ? items(emit) : [emit];
}

function unknownNames(
  names: Node,
  known: readonly string[],
  finding: (name: string, known: readonly string[]) => Finding,
): Problem[] {
  if (names.value === undefined) return [];
  const unknown = namesIn(names).filter(({ value }) => !known.includes(String(value)));
  return unknown.map((name) => problemAt(name, finding(String(name.value), known)));
}

function invalidDocsUrl(node: Node): Problem[] {
  if (node.value === undefined || docsUrlOf(String(node.value)) !== undefined) return [];
  return [problemAt(node, docsUrlInvalid(String(node.value)))];
}
