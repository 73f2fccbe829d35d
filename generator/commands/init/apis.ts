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
    return named(place, answers, flags, config, own);

  const result = sourceOf(place, answers);
  if ("problems" in result) return result;
  const { source, draft } = result;
  const known = config?.apis.find(({ document }) => document === source.document);
  // What stays as it is says where the code goes, whatever was asked for.
  const said = config && known && hasSettings(known) ? saidOf(place, config, known) : undefined;
  return {
    draft: together([draft, configDraft(place, answers, flags, source, config)]),
    names: [known?.name ?? source.name],
    id: said?.id ?? source.id ?? source.name,
    output: said?.output ?? resolve(place.folder, answers.output),
    found: source.found === undefined ? [] : [source.found],
  };
}

/** What is named stays as it is, and gets settings where it has none. */
function named(
  place: Place,
  answers: Answers,
  flags: InitFlags,
  config: Config,
  apis: readonly ConfiguredApi[],
): ApisResult {
  const result = targetsIn(config, apis);
  if ("problems" in result) return result;
  const [first] = apis;
  const said = first && saidOf(place, config, first);
  return {
    draft: together([
      { kept: apis.flatMap((api) => api.document ?? []) },
      ...apis.map((api) => settingsDraft(place, answers, flags, api)),
    ]),
    names: apis.map((api) => api.name),
    id: said?.id ?? first?.name ?? "",
    output: first && said && hasSettings(first) ? said.output : resolve(place.folder, answers.output),
    found: [],
  };
}

/** What the code of an API is called and where it goes, by its settings. */
function saidOf({ home }: Place, config: Config, api: ConfiguredApi): Pick<Apis, "id" | "output"> | undefined {
  const result = targetsIn(config, [api]);
  const [target] = "targets" in result ? result.targets : [];
  if (!target) return undefined;
  const { read } = readContract(target.document, target.root, target);
  return { id: read?.contract.id ?? api.name, output: target.output ?? resolve(home, "generated") };
}
