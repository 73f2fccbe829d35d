import { codeReused, codeStillGiven } from "../../problem/contract.js";
import type { Problem } from "../../problem/problem.js";
import { once } from "../../read/made-once.js";
import { positionOf, problemAt, problemAtKey } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, isObject, members, type Node } from "../../read/source.js";
import type { OperationNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { entriesAt, ownList } from "../evidence/extension-rules.js";
import { toldIn } from "../evidence/said-of-codes.js";
import { codesOf } from "./codes-of-schema.js";
import { type Definition, placeOf, pointersOf } from "./definition.js";

/** Whether what defines a code says that it is retired. */
export function isRetired({ extension, isTombstone }: Definition): boolean {
  return isTombstone === true || child(extension, "retired").value === true;
}

/**
 * Codes that no schema lists any more, and of which somebody says that they are retired: by name in `x-error`, or in
 * `x-error-codes`. `found`: what the schemas define.
 */
export function namedTombstones(
  found: readonly Definition[],
  operations: readonly OperationNode[],
  settings: Settings,
  { document, follow }: Sources,
): Definition[] {
  const schemas = members(child(document, "components", "schemas")).map(([, schema]) => schema);
  const known = once(() => new Set(found.map(({ extension }) => identity(extension))));
  const byName = schemas.flatMap((schema) => {
    const named = members(child(schema, "x-error", "codes")).filter(
      ([, extension]) => child(extension, "retired").value === true && !known().has(identity(extension)),
    );
    // Most schemas name none, and some are large.
    if (named.length === 0) return [];
    const envelope = codesOf(schema, settings.envelopes, follow)?.envelope;
    return named.map(([code, extension]) =>
      tombstone({ code, wireType: wireTypeIn(schema) }, extension, settings, envelope),
    );
  });
  const places = [
    { node: document, place: "root" as const },
    ...operations.flatMap(({ node, responses }) => [
      { node, place: "operation" as const },
      ...responses.map((response) => ({ node: response.node, place: "response" as const })),
    ]),
    ...schemas.map((node) => ({ node, place: "schema" as const })),
  ].filter(({ node: { value } }) => isObject(value) && Object.hasOwn(value, ownList));
  const entries = places.flatMap(({ node, place }) => entriesAt(node, place, settings.extensions));
  const unique = new Map(entries.filter(({ retired }) => retired).map((entry) => [identity(entry.holder), entry]));
  const byEntry = [...unique.values()].map((entry) => {
    const wireType = entry.isNumber ? ("integer" as const) : ("string" as const);
    // What an entry says is said of the code: its members are not those of `x-error`.
    const extension = child(entry.holder, "x-error");
    return {
      ...tombstone({ code: entry.code, wireType }, extension, settings),
      about: entry.holder,
      said: toldIn(entry),
    };
  });
  return [...byName, ...byEntry];
}

/** It has no schema, and stood where the first envelope has its code. */
function tombstone(
  { code, wireType }: Pick<Definition, "code" | "wireType">,
  extension: Node,
  { envelopes }: Settings,
  envelope = envelopes.find((one) => one.code !== undefined),
): Definition {
  const node = { ...extension, value: undefined };
  const base = { wire: true, isOwn: false, isTombstone: true, evidence: "extension", responses: [] } as const;
  return { ...base, code, wireType, node, about: extension, extension, envelope, pointers: pointersOf(envelope) };
}

/** The keys of a map are texts: the numbers beside them say that these are numbers too. */
function wireTypeIn(schema: Node): Definition["wireType"] {
  const { value } = child(schema, "enum");
  return Array.isArray(value) && value.length > 0 && value.every(Number.isInteger) ? "integer" : "string";
}

/** Of the places of a retired code those that give it or mean something else by it, and what is wrong with that. */
export function contradictions(places: readonly Definition[]) {
  const graves = places.filter(isRetired);
  const [grave] = graves;
  if (!grave) return { living: places, problems: [] };
  const given = graves.filter(({ responses }) => responses.length > 0);
  const others = places.filter((place) => !isRetired(place));
  const problems = [
    ...given.map(({ code, extension, responses: [first] }) =>
      problemAt(child(extension, "retired"), codeStillGiven(code, placeOf(first!))),
    ),
    ...others.map(({ code, holder, about, responses: [first] }): Problem => {
      // What is retired by its name alone is no other error: it was forgotten where it is given.
      if (grave.isTombstone && first)
        return problemAt(child(grave.about, "retired"), codeStillGiven(code, placeOf(first)));
      return problemAtKey(holder ?? about, codeReused(code, whereOf(grave.about)));
    }),
  ];
  return { living: [...others, ...given], problems };
}

function whereOf(node: Node): string {
  const { file, line } = positionOf(node, true);
  return `${file}:${line}`;
}
