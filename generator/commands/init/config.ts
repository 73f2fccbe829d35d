import { join, posix, relative, resolve, sep } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { apiNameTaken, configApisListed } from "../../problem/reading.js";
import { type Config, type ConfiguredApi, configName, readConfig } from "../../read/config.js";
import { problemAtKey } from "../../read/position.js";
import { child, isObject } from "../../read/source.js";
import { yaml } from "../../read/yaml-library.js";
import { emitterNames } from "../../render/emitters.js";
import { renderTemplate } from "../../render/template.js";
import { yamlWith } from "../../write/edit-yaml.js";
import type { Answers, InitFlags } from "./answers.js";
import type { Draft } from "./draft.js";
import type { Place } from "./place.js";
import { type Present, presentAt } from "./present.js";
import type { Source } from "./source.js";

const settingsName = "x-openapi-errors";

/** The redocly.yaml that there is; undefined where there is none. */
export function presentConfig({
  home,
  repository,
}: Place): Config | { readonly problems: readonly Problem[] } | undefined {
  const there = presentAt(join(home, configName), repository);
  if (there.kind === "absent") return undefined;
  if (there.kind === "refused") return { problems: [there.problem] };
  const config = readConfig(home);
  return "reason" in config ? undefined : config;
}

/** A redocly.yaml that names an API, with what is made of its document: a new one, or the one that is there and a few lines. */
export function configDraft(
  place: Place,
  answers: Answers,
  flags: InitFlags,
  source: Source,
  config: Config | undefined,
): Draft {
  const path = join(place.home, configName);
  const settings = settingsOf(place, answers, source);
  const entry = { root: from(place.home, source.document), [settingsName]: settings };
  if (!config) {
    const apis = yaml()
      .stringify({ [source.name]: entry }, { lineWidth: 0 })
      .trimEnd()
      .replaceAll(/^/gm, "  ");
    const text = renderTemplate("init/redocly", { apis: { kind: "literal", text: apis } });
    return { writings: [{ kind: "new", path, text }] };
  }
  const known = config.apis.find(({ document }) => document === source.document);
  if (known) return settingsDraft(place, answers, flags, known, source);
  const { value } = config.list;
  // Nothing can be added to it, and what it holds is not to be lost.
  if (value !== undefined && value !== null && !isObject(value))
    return { problems: [problemAtKey(config.list, configApisListed(configName))] };
  const taken = config.apis.find(({ name }) => name === source.name);
  if (taken) return { problems: [problemAtKey(taken.node, apiNameTaken(source.name))] };
  const isList = config.apis.length > 0;
  return edited(
    place,
    isList ? ["apis"] : [],
    isList ? source.name : "apis",
    isList ? entry : { [source.name]: entry },
  );
}

export function hasSettings({ node }: ConfiguredApi): boolean {
  return child(node, settingsName).value !== undefined;
}

/** Settings for an API that is named already and has none. What is there stays, and what was asked for is left to a person. */
export function settingsDraft(
  place: Place,
  answers: Answers,
  flags: InitFlags,
  { name, node }: ConfiguredApi,
  source?: Source,
): Draft {
  const path = join(place.home, configName);
  const settings = settingsOf(place, answers, source);
  const present = child(node, settingsName);
  if (present.value === undefined) return edited(place, ["apis", name], settingsName, settings);
  const said = (key: string) => child(present, key).value;
  const missed = {
    ...(flags.id !== undefined && settings.id !== undefined && settings.id !== said("id") && { id: settings.id }),
    ...(flags.output !== undefined && settings.output !== said("output") && { output: settings.output }),
    ...(settings.overlay !== undefined && said("overlay") === undefined && { overlay: settings.overlay }),
  };
  if (Object.keys(missed).length === 0) return { kept: [path] };
  const text = yaml().stringify(missed, { lineWidth: 0 });
  return { kept: [path], byHand: [{ path, why: `below \`${settingsName}\` of \`${name}\``, text }] };
}

function settingsOf({ folder, home }: Place, { output, python }: Answers, { id, overlay }: Partial<Source> = {}) {
  return {
    ...(id !== undefined && { id }),
    output: from(home, resolve(folder, output)),
    ...(python && { emit: emitterNames.filter((name) => name !== "docs") }),
    ...(overlay !== undefined && { overlay: from(home, overlay) }),
  };
}

function edited(place: Place, at: readonly string[], name: string, value: unknown): Draft {
  const path = join(place.home, configName);
  const there = presentAt(path, place.repository) as Extract<Present, { kind: "file" }>;
  const text = yamlWith(there.text, at, name, value);
  if (text !== undefined) {
    const { mark } = there;
    return { writings: [{ kind: "edited", path: there.path, text: mark + text, before: mark + there.text }] };
  }
  const where = at.length === 0 ? "at its outermost level" : `below \`${at.join(".")}\``;
  return { byHand: [{ path, why: where, text: yaml().stringify({ [name]: value }, { lineWidth: 0 }) }] };
}

/** As a person writes it in a config: with slashes, and never absolute. */
export function from(folder: string, path: string): string {
  return posix.normalize(relative(folder, path).split(sep).join("/") || ".");
}
