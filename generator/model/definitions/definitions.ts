import { codeConflict, codeWithoutResponse } from "../../problem/contract.js";
import type { Problem } from "../../problem/problem.js";
import { positionOf, problemAt } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, members, type Node, textAt } from "../../read/source.js";
import { coversStatus } from "../../runtime/status.js";
import { type ErrorResponse, isOpen, statusOnlyCode } from "../answers/error-responses.js";
import { shownStatuses } from "../answers/shown-statuses.js";
import { aboutOf } from "../document/alternatives.js";
import type { OperationNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import type { Body } from "./any-details.js";
import type { CodesOfSchema, FoundCode } from "./codes.js";
import { type Definition, extensionOf, ownCode, pointersOf, statedStatus, statusKeysOf } from "./definition.js";
import { mostSaid } from "./most-said.js";
import { withoutShapeTexts } from "./shape-texts.js";
import { contradictions, namedTombstones } from "./tombstones.js";
import { unusedResponses, unusedSchema } from "./unused-components.js";

export interface Definitions {
  readonly definitions: readonly Definition[];
  /** Of codes that are sent no more. */
  readonly retired: readonly Definition[];
  readonly problems: readonly Problem[];
}

/** Every error of a document, each once, and what is contradictory about them. */
export function readDefinitions(
  operations: readonly OperationNode[],
  responses: readonly ErrorResponse[],
  ofRoot: readonly FoundCode[],
  settings: Settings,
  sources: Sources,
): Definitions {
  const { document, follow } = sources;
  const found = [...withoutShapeTexts(listedIn(responses, follow)), ...responses.flatMap(statusOnlyIn)];
  // An enum of codes that is a schema of its own is used where these are found.
  const used = new Set(
    found.flatMap(({ node, about, holder }) => [node, about, ...(holder ? [follow(holder)] : [])].map(identity)),
  );
  const unused = members(child(document, "components", "schemas"))
    .filter(([, schema]) => child(schema, "x-error").value !== undefined)
    .filter(([, schema]) => !used.has(identity(schema)))
    .map(([name, schema]) => unusedSchema(name, schema, settings, follow));
  const all = [
    ...found,
    ...unused.flatMap(({ definitions }) => definitions),
    ...ofRoot.map((one) => listedAtRoot(one, settings)),
  ];
  const places = [...groupByCode([...all, ...namedTombstones(all, operations, settings, sources)]).values()];
  const groups = places.map((own) => ({ own, ...contradictions(own) }));
  const shown = shownStatuses(responses, follow);
  // What a response gives, it gives, whatever else is said of it.
  const merged = groups.flatMap(({ living }) => (living.length > 0 ? [merge(living)] : []));
  const buried = groups.flatMap(({ own, living }) => (living.length > 0 ? [] : [merge(own)]));
  return {
    definitions: merged.map(({ definition }) => ({ ...definition, shownUnder: shown.get(definition.code) })),
    retired: buried.map(({ definition }) => definition),
    problems: [
      ...groups.flatMap((group) => group.problems),
      ...buried.flatMap(({ problems }) => problems),
      ...unused.flatMap(({ problems }) => problems),
      ...unusedResponses(document, responses),
      ...merged.flatMap(({ definition, problems }) => [...problems, ...wrongStatus(definition)]),
    ],
  };
}

function listedIn(all: readonly ErrorResponse[], follow: Sources["follow"]): Definition[] {
  return groupByList(all).flatMap(({ schema, found: { envelope, codes }, responses }) => {
    const pointers = pointersOf(envelope);
    const own = ownCode(codes);
    return codes.map(({ holder, about = aboutOf(schema), ...code }) => ({
      ...code,
      holder,
      wire: true,
      isOwn: code.code === own || about !== aboutOf(schema),
      node: schema,
      about,
      extension: extensionOf(about, schema, follow(holder), code.code),
      envelope,
      pointers,
      responses,
    }));
  });
}

/** A code that no response gives: it has no schema, and stands where the first envelope has its code. */
function listedAtRoot({ holder, ...code }: FoundCode, { envelopes }: Settings): Definition {
  const envelope = envelopes.find((one) => one.code !== undefined);
  const node = { ...holder, value: undefined };
  const base = { wire: true, isOwn: false, node, about: node, extension: child(node, "x-error") };
  return { ...code, ...base, envelope, pointers: pointersOf(envelope), responses: [] };
}

/**
 * Alternatives with all their responses: operations that share an answer share its alternatives. Those that share a list
 * of codes, and say no more about it than the list does, are one.
 */
function groupByList(all: readonly ErrorResponse[]) {
  const groups: { schema: Node; found: CodesOfSchema; responses: ErrorResponse[] }[] = [];
  const byList = new Map<unknown, typeof groups>();
  for (const response of all)
    for (const { schema, found } of response.branches) {
      if (!found) continue;
      const adds = child(aboutOf(schema), "x-error").value !== undefined || ownCode(found.codes) !== undefined;
      const list = adds ? found : found.codes;
      const alike = byList.get(list) ?? [];
      const known = alike.find((group) => group.found.envelope === found.envelope);
      if (known) known.responses.push(response);
      else {
        const group = { schema, found, responses: [response] };
        groups.push(group);
        byList.set(list, [...alike, group]);
      }
    }
  return groups;
}

/** A status-only error, where the response says it is one or may hold a code that nobody listed. */
function statusOnlyIn(response: ErrorResponse): Definition[] {
  const { node, key } = response.response;
  if (!response.statusOnly) return [];
  const extension = child(node, "x-error");
  // What lists all of its codes is the body of none of them.
  const bodies = response.branches.flatMap(({ found }) => found ?? []);
  const { envelope } = bodies.find(isOpen) ?? bodies[0] ?? {};
  const evidence = extension.value === undefined ? "prose" : "extension";
  const code = statusOnlyCode(key);
  const base = {
    code,
    wireType: "string",
    wire: false,
    isOwn: false,
    node,
    about: node,
    extension,
    envelope,
    evidence,
    pointers: [],
  } as const;
  return [{ ...base, responses: [response] }];
}

/** One definition for all places of a code: the first that says something. Places that say different things contradict. */
function merge(places: readonly Definition[]): { definition: Definition; problems: Problem[] } {
  const first =
    places.find(({ extension }) => extension.value !== undefined) ?? places.find(saysSomething) ?? mostTelling(places);
  const said = new Map(places.filter(saysSomething).map((place) => [meaningOf(place), place]));
  const others = [...said.values()].filter((place) => meaningOf(place) !== meaningOf(first));
  return {
    definition: {
      ...first,
      said: first.said ?? places.find(({ said }) => said)?.said,
      ...(places.length > 1 && first.wire ? { bodies: bodiesOf([first, ...places]) } : {}),
      responses: places.length === 1 ? first.responses : places.flatMap(({ responses }) => responses),
    },
    problems: others.map((place) => problemAt(place.about, codeConflict(place.code, placeOf(first.about)))),
  };
}

/** Where a code has hundreds of bodies, these tell whether they agree. */
const maxBodies = 16;

/** Each body once, whichever of its schemas say the same. */
function bodiesOf(places: readonly Definition[]): readonly Body[] {
  const bodies = new Map<unknown, Body>();
  for (const { node, envelope } of places)
    if (bodies.size < maxBodies && envelope && node.value !== undefined && !bodies.has(node.value))
      bodies.set(node.value, { schema: node, envelope });
  return [...bodies.values()];
}

/** Nothing was written for the status as such: what most of its responses say is its own. */
function mostTelling(places: readonly Definition[]): Definition {
  if (places[0]!.wire) return places[0]!;
  const { place, isUsual } = mostSaid(places);
  return { ...place, isOwn: isUsual };
}

function placeOf(node: Node): string {
  const { file, line } = positionOf(node);
  return `${file}:${line}`;
}

function saysSomething({ extension, isOwn }: Definition): boolean {
  return extension.value !== undefined || isOwn;
}

/** The title and description of a schema that lists several codes are about none of them. */
function meaningOf({ about, extension, isOwn, wire }: Definition): string {
  const own = isOwn || !wire ? [textAt(about, "title"), textAt(about, "description")] : [];
  return JSON.stringify([...own, extension.value]);
}

/** A status that `x-error` states, but none of the responses that give the code has. */
function wrongStatus(definition: Definition): Problem[] {
  const { code, extension, responses } = definition;
  const status = statedStatus(definition);
  if (status === undefined || responses.length === 0) return [];
  if (coversStatus(statusKeysOf(responses), status)) return [];
  return [problemAt(child(extension, "status"), codeWithoutResponse(code, status))];
}

function groupByCode(definitions: readonly Definition[]): Map<string, Definition[]> {
  const groups = new Map<string, Definition[]>();
  for (const definition of definitions)
    if (!groups.get(definition.code)?.push(definition)) groups.set(definition.code, [definition]);
  return groups;
}
