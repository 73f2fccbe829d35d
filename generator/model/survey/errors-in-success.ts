import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import { conjunctionOf } from "../document/conjunction.js";
import type { OperationNode, ResponseNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";

type Follow = Sources["follow"];

/** An answer of success whose body has a place for errors. */
export interface ErrorInSuccess {
  readonly operation: OperationNode;
  readonly response: ResponseNode;
  /** Where: `/errors`. */
  readonly pointer: string;
}

const named = /^(?:errors?|failures?|error[-_]?(?:code|text|message|msg|type))$/i;
const flags = /^(?:success|ok|succeeded)$/i;

/**
 * The successful answers of operations that can tell of errors in their body. Reported, never read as errors. What many
 * answers and members refer to is looked through once.
 */
export function errorsInSuccess(operations: readonly OperationNode[], follow: Follow): ErrorInSuccess[] {
  const placeInItems = onceForValue((list) => itemsPlace(list, follow), follow);
  const placeIn = onceForValue((schema) => errorPlace(schema, placeInItems, follow), follow);
  return operations.flatMap((operation) =>
    operation.responses
      .filter(({ key }) => /^2(?:\d\d|XX)$/.test(key))
      .flatMap((response) => {
        const bodies = response.media.filter(({ type }) => /json/i.test(type));
        const found = bodies.map(({ schema }) => placeIn(schema)).find((pointer) => pointer !== undefined);
        return found === undefined ? [] : [{ operation, response, pointer: found }];
      }),
  );
}

type PlaceIn = (schema: Node) => string | undefined;

/** Asked for what a reference leads to. */
function onceForValue(place: PlaceIn, follow: Follow): PlaceIn {
  const known = new Map<unknown, string | undefined>();
  return (schema) => {
    const { value } = follow(conjunctionOf(schema));
    if (!isObject(value)) return undefined;
    if (!known.has(value)) known.set(value, place(schema));
    return known.get(value);
  };
}

/** In the body itself, or in the items of a list that it is or holds, as where several things are sent at once. */
function errorPlace(schema: Node, placeInItems: PlaceIn, follow: Follow): string | undefined {
  const properties = propertiesOf(schema, follow);
  const isOwn = ([name, member]: Property) => named.test(name) || (flags.test(name) && canFail(member, follow));
  const [own] = byName(properties.filter(isOwn));
  if (own) return `/${own[0]}`;
  const held = byName(properties.filter(([, member]) => leadsOn(member)));
  for (const [pointer, list] of [["", schema] as const, ...held.map(([name, at]) => [`/${name}`, at] as const)]) {
    const inner = placeInItems(list);
    if (inner !== undefined) return `${pointer}${inner}`;
  }
  return undefined;
}

/** Most members are a text or a number. */
function leadsOn({ value }: Node): boolean {
  return (
    isObject(value) && ["items", "$ref", "allOf", "anyOf", "oneOf"].some((keyword) => Object.hasOwn(value, keyword))
  );
}

function itemsPlace(list: Node, follow: Follow): string | undefined {
  for (const part of schemasAt(list, [], follow)) {
    const [inner] = byName(propertiesOf(child(part, "items"), follow).filter(([key]) => named.test(key)));
    if (inner) return `/*/${inner[0]}`;
  }
  return undefined;
}

type Property = readonly [name: string, schema: Node];

function propertiesOf(schema: Node, follow: Follow): Property[] {
  return schemasAt(schema, [], follow).flatMap((part) => members(child(part, "properties")));
}

function byName(properties: readonly Property[]): Property[] {
  return properties.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A constant `false` beside others, or one alone: this success can be none. */
function canFail(flag: Node, follow: Follow): boolean {
  return schemasAt(flag, [], follow).some(
    (part) => child(part, "const").value === false || items(child(part, "enum")).some(({ value }) => value === false),
  );
}
