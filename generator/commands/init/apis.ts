import { resolve, sep } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { type Config, type ConfiguredApi, targetsIn } from "../../read/config.js";
import { readContract } from "../../read-contract.js";
import type { Answers, InitFlags } from "./answers.js";
import { configDraft, hasSettings, presentConfig, settingsDraft } from "./config.js";
import { type Draft, together } from "./draft.js";
import type { Place } from "./place.js";
import { sourceOf } from "./source.js";

/** The APIs that belong to a folder, and what has to be written for them. */
export interface Apis {
  readonly draft: Draft;
  /** What redocly.yaml calls them. */
  readonly names: readonly string[];
  /** What the code of the first of them is called, and the folder above it. */
  readonly id: string;
  readonly output: string;
  /** What was found in a document. */
  readonly found: readonly string[];
}

export type ApisResult = Apis | { readonly problems: readonly Problem[] };

/** Those that redocly.yaml has in this folder, unless another one was asked for. */
export function apisOf(place: Place, flags: InitFlags, answers: Answers): ApisResult {
  const config = presentConfig(place);
  if (config && "problems" in config) return config;
  const isOwn = (document = "") => document.startsWith(`${place.folder}${sep}`);
  const own = config?.apis.filter(({ document, isLeftOut }) => isOwn(document) && !isLeftOut) ?? [];
  if (config && own.length > 0 && flags.from === undefined && flags.id === undefined)
    return named(place, answers, config, own);

  const result = sourceOf(place, answers);
  if ("problems" in result) return result;
  const { source, draft } = result;
  return {
    draft: together([draft, configDraft(place, answers, source, config)]),
    names: [source.name],
    id: source.id ?? source.name,
    output: resolve(place.folder, answers.output),
    found: source.found === undefined ? [] : [source.found],
  };
}

/** What is named stays as it is, and gets settings where it has none. */
function named(place: Place, answers: Answers, config: Config, apis: readonly ConfiguredApi[]): ApisResult {
  const result = targetsIn(config, apis);
  if ("problems" in result) return result;
  const [{ document, name = "", ...settings } = { document: "" }] = result.targets;
  const { read } = readContract(document, settings.root, settings);
  const isSet = config.apis.some((api) => api.name === name && api.document === document && hasSettings(api));
  return {
    draft: together([
      { kept: apis.flatMap((api) => api.document ?? []) },
      ...apis.map((api) => settingsDraft(place, answers, api)),
    ]),
    names: apis.map((api) => api.name),
    id: read?.contract.id ?? name,
    output: isSet ? (settings.output ?? resolve(place.home, "generated")) : resolve(place.folder, answers.output),
    found: [],
  };
}
