import { codeConflict, codeWithoutResponse, errorWithoutCode, responseWithoutOperation } from "../problem/contract.js";
import type { Problem } from "../problem/problem.js";
import { positionOf, problemAt, problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, identity, members, type Node, textAt } from "../read/source.js";
import { coversStatus } from "../runtime/status.js";
import type { SaidOfCode } from "./code-texts.js";
import { type CodesOfSchema, codesOf } from "./codes.js";
import type { Evidence, WireType } from "./contract.js";
import { type ErrorResponse, statusOnlyCode } from "./error-responses.js";
import type { Settings } from "./settings.js";
import { onceFor } from "./shared-lists.js";

/** What defines one error: the schema or the response that describes it, and where it occurs. */
export interface Definition {
  readonly code: string;
  readonly wireType: WireType;
  readonly wire: boolean;
  /** The schema of its body, or the response of a status-only error. */
  readonly node: Node;
  /** What `x-error` says of this code; its value is undefined where nothing does. */
  readonly extension: Node;
  readonly envelope: Settings["envelopes"][number] | undefined;
  readonly evidence: Evidence;
  /** Whether the schema is about this code alone, so that its title and description are the code's. */
  readonly isOwn: boolean;
  readonly said?: SaidOfCode | undefined;
  /** Where the code stands in a body. */
  readonly pointers: readonly string[];
  readonly responses: readonly ErrorResponse[];
}

/** Every error of a document, each once, and what is contradictory about them. */
export function readDefinitions(
  responses: readonly ErrorResponse[],
  settings: Settings,
  { document, follow }: Sources,
): { readonly definitions: readonly Definition[]; readonly problems: readonly Problem[] } {
  const found = [...listedIn(responses, follow), ...responses.flatMap(statusOnlyIn)];
  const used = new Set(found.map(({ node }) => identity(node)));
  const unused = members(child(document, "components", "schemas"))
    .filter(([, schema]) => child(schema, "x-error").value !== undefined)
    .filter(([, schema]) => !used.has(identity(schema)))
    .map(([name, schema]) => unusedSchema(name, schema, settings, follow));
  const all = [...found, ...unused.flatMap(({ definitions }) => definitions)];
  const byCode = groupByCode(all);
  const merged = [...byCode.values()].map(merge);
  return {
    definitions: merged.map(({ definition }) => definition),
    problems: [
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
    return codes.map(({ holder, ...code }) => ({
      ...code,
      wire: true,
      isOwn: code.code === own,
      node: schema,
      extension: extensionOf(schema, follow(holder), code.code),
      envelope,
      pointers,
      responses,
    }));
  });
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
      const adds = child(schema, "x-error").value !== undefined || ownCode(found.codes) !== undefined;
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

/** The only code that a schema stands for. */
function ownCode(codes: CodesOfSchema["codes"]): string | undefined {
  const [only, ...others] = codes.filter(({ evidence }) => evidence === "const");
  return others.length === 0 ? only?.code : undefined;
}

function pointersOf(envelope: Definition["envelope"]): string[] {
  return envelope?.code === undefined ? [] : [envelope.code];
}

/** A status-only error, where the response says it is one or may hold a code that nobody listed. */
function statusOnlyIn(response: ErrorResponse): Definition[] {
  const { node, key } = response.response;
  if (!response.statusOnly) return [];
  const extension = child(node, "x-error");
  const envelope = response.branches.find(({ found }) => found)?.found?.envelope;
  const evidence = extension.value === undefined ? "prose" : "extension";
  const code = statusOnlyCode(key);
  const base = {
    code,
    wireType: "string",
    wire: false,
    isOwn: false,
    node,
    extension,
    envelope,
    evidence,
    pointers: [],
  } as const;
  return [{ ...base, responses: [response] }];
}

/** `x-error` of a schema that lists several codes holds a part for each, as may the schema of the enum itself. */
function extensionOf(schema: Node, holder: Node, code: string): Node {
  const own = child(schema, "x-error");
  const parts = [child(own, "codes", code), child(holder, "x-error", "codes", code)];
  return parts.find(({ value }) => value !== undefined) ?? own;
}

/** One definition for all places of a code: the first that says something. Places that say different things contradict. */
function merge(places: readonly Definition[]): { definition: Definition; problems: Problem[] } {
  const first =
    places.find(({ extension }) => extension.value !== undefined) ?? places.find(saysSomething) ?? places[0]!;
  const said = new Map(places.filter(saysSomething).map((place) => [meaningOf(place), place]));
  const others = [...said.values()].filter((place) => meaningOf(place) !== meaningOf(first));
  return {
    definition: {
      ...first,
      said: first.said ?? places.find(({ said }) => said)?.said,
      responses: places.length === 1 ? first.responses : places.flatMap(({ responses }) => responses),
    },
    problems: others.map((place) => problemAt(place.node, codeConflict(place.code, placeOf(first.node)))),
  };
}

function placeOf(node: Node): string {
  const { file, line } = positionOf(node);
  return `${file}:${line}`;
}

function saysSomething({ extension, isOwn }: Definition): boolean {
  return extension.value !== undefined || isOwn;
}

/** The title and description of a schema that lists several codes are about none of them. */
function meaningOf({ node, extension, isOwn, wire }: Definition): string {
  const own = isOwn || !wire ? [textAt(node, "title"), textAt(node, "description")] : [];
  return JSON.stringify([...own, extension.value]);
}

function codePointers({ envelopes }: Settings): string[] {
  return envelopes.flatMap(({ code }) => code ?? []);
}

/** A component that no response leads to: listed all the same where it tells its status itself. */
function unusedSchema(name: string, schema: Node, settings: Settings, follow: Sources["follow"]) {
  const found = codesOf(schema, settings.envelopes, follow);
  if (!found || found.codes.length === 0)
    return {
      definitions: [],
      problems: [problemAtKey(child(schema, "x-error"), errorWithoutCode(name, codePointers(settings)))],
    };
  const pointers = pointersOf(found.envelope);
  const own = ownCode(found.codes);
  const definitions = found.codes.map(({ holder, ...said }) => {
    const extension = extensionOf(schema, follow(holder), said.code);
    const isOwn = said.code === own;
    return { ...said, wire: true, isOwn, node: schema, extension, envelope: found.envelope, pointers, responses: [] };
  });
  const lost = definitions.filter(({ extension }) => child(extension, "status").value === undefined);
  const problems = lost.map(({ code, extension }) => problemAtKey(extension, codeWithoutResponse(code, undefined)));
  return { definitions, problems };
}

function unusedResponses(document: Node, responses: readonly ErrorResponse[]): Problem[] {
  const used = new Set(responses.map(({ response }) => identity(response.node)));
  return members(child(document, "components", "responses"))
    .filter(([, response]) => child(response, "x-error").value !== undefined && !used.has(identity(response)))
    .map(([name, response]) => problemAtKey(child(response, "x-error"), responseWithoutOperation(name)));
}

/** The status that `x-error` states for a code, where its responses do not tell: they are none, a range or `default`. */
export function statedStatus({ extension }: Definition): number | undefined {
  const { value } = child(extension, "status");
  return typeof value === "number" ? value : undefined;
}

/** The keys of the responses that give an error, each once. */
export const statusKeysOf = onceFor((responses: readonly ErrorResponse[]) => [
  ...new Set(responses.map(({ response }) => response.key)),
]);

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
