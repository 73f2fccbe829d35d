import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, type JsonObject, members, type Node, pointerText, textAt } from "../../read/source.js";
import { isOfDiscriminator } from "../document/discriminator.js";
import { mayHoldError } from "../document/error-members.js";
import { schemasAt } from "../document/schemas.js";
import { openEnums } from "../evidence/enum-extensions.js";
import { valuesOfPattern } from "../evidence/listing-pattern.js";
import { isDelay } from "./delay-name.js";
import { listsNothingElse, mayListFields } from "./field-lists.js";
import { isRequestId } from "./id-name.js";

type Follow = Sources["follow"];

/** One place in a body that a schema declares: where it is, and what may stand there. */
export interface Place {
  readonly pointer: string;
  readonly path: readonly string[];
  /** JSON types, sorted; none where the schema does not say. */
  readonly types: readonly string[];
  /** The values of its `const` or `enum`. */
  readonly literals: readonly unknown[];
  /** Whether a discriminator tells alternatives apart by it. */
  readonly discriminates: boolean;
  /** Whether each alternative of the body has one constant there, and not all the same. */
  readonly isTag: boolean;
  readonly format: string | undefined;
  /** Of a map: what its values may be. */
  readonly valueTypes: readonly string[];
  /** Whether its description says that it is the status of the answer. */
  readonly isStatus: boolean;
  /** Whether its description says that it is of this one occurrence of the error, or of the request. */
  readonly isOccurrence: boolean;
  readonly isDeprecated: boolean;
  /** Whether it may be anything: its schema says nothing at all. */
  readonly isUnsaid: boolean;
}

/** Two levels below the body itself, as the survey of real documents found. */
const maxLevels = 3;
const maxSteps = 6;

/** What says in FHIR which thing is meant, by codes of several systems. */
const codings = "coding";

/** Into any item of a list, and into any member of a map. */
const steps = [
  ["*", "items"],
  ["{}", "additionalProperties"],
] as const;

/** Every place of a body that can say something about an error, each once, by its pointer. */
export function placesOf(schema: Node, follow: Follow): readonly Place[] {
  return [...walk(schema, [], follow)].sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

function* walk(schema: Node, path: readonly string[], follow: Follow): Generator<Place> {
  const parts = schemasAt(schema, [], follow);
  if (path.length > 0 || isWholeBody(parts)) yield placeAt(path, parts, follow);
  const level = path.filter(isMember).length;
  const isDeep = level >= maxLevels;
  const last = path.findLast(isMember);
  if (level > maxLevels || (isDeep && !mayListFields(last) && last !== codings)) return;
  for (const [token, keyword] of steps) {
    const next = parts.map((part) => child(part, keyword)).find(saysSomething);
    if (next && path.length + 1 < maxSteps && isMember(path.at(-1) ?? "")) yield* walk(next, [...path, token], follow);
  }
  // Of what stands so deep, only the items of lists of field errors are looked at.
  if (isDeep && isMember(path.at(-1) ?? "")) return;
  const properties = propertiesOf(parts);
  const isAlone = path.length === 0 && properties.size === 1;
  for (const [name, declared] of properties) {
    const below = [...path, name];
    const own = declared.flatMap((part) => schemasAt(part, [], follow));
    if (
      mayHoldError(name) ||
      (name === codings && own.some(hasItems)) ||
      (isAlone && saysCodeAndText(own)) ||
      (path.length === 0 && (saysErrorCode(own) || isTypedError(own))) ||
      (mayListFields(name) && (own.some(hasItems) || listsNothingElse(name)))
    )
      yield* together(declared, below, follow);
    else {
      yield placeAt(below, own, follow);
      if (name.toLowerCase() === "data") yield* saidInData(own, below, follow);
      else if (level < maxLevels - 1) yield* saidAside(own, below, follow);
      const list = own.map((part) => child(part, "items")).find(saysSomething);
      if (level === 0 && list) yield placeAt([...below, "*"], schemasAt(list, [], follow), follow);
    }
  }
}

/** `"NOT_FOUND"`: a body that is no object, and one of the values that its schema lists. */
function isWholeBody(parts: readonly Node[]): boolean {
  return literalsAt(parts).length > 0 && typesOf(parts).every((type) => type === "string" || type === "integer");
}

/** `{ "itemNotFound": { "code": 404, "message": "…" } }`: what is all that a body holds is an error if it looks like one. */
function saysCodeAndText(parts: readonly Node[]): boolean {
  const names = propertiesOf(parts);
  return names.has("code") && names.has("message");
}

/** `{ "result": { "errorCode": "E1" } }`: whatever it is called, what has the code of an error is one. */
function saysErrorCode(parts: readonly Node[]): boolean {
  return [...propertiesOf(parts).keys()].some((name) =>
    /^(?:err|error|fault|exception|result|return|response)_?code$/i.test(name),
  );
}

/** `{ "sys": { "type": "Error", "id": "NotFound" } }`: it says itself that it is one. */
function isTypedError(parts: readonly Node[]): boolean {
  return [...propertiesOf(parts).values()].some((declared) => literalsAt(declared).join() === "Error");
}

/** Whether a place is one of an item of a list that stands as deep as anything is looked at, and that holds no codes. */
export function isOfDeepList(place: Place): boolean {
  return place.path.filter(isMember).length > maxLevels && !isOfCoding(place);
}

/** `{ "details": { "coding": [{ "system": "…", "code": "NO_SUCH_PATIENT" }] } }`, which tells more than the `code` around it. */
export function isOfCoding({ path }: Place): boolean {
  return path.at(-3) === codings;
}

/** A list, or a map of any names. */
function hasItems(part: Node): boolean {
  return steps.some(([, keyword]) => saysSomething(child(part, keyword)));
}

/** What `data` says of an error: its text, its fields and how long to wait. The rest is what an operation gives on success. */
function* saidInData(parts: readonly Node[], path: readonly string[], follow: Follow): Generator<Place> {
  for (const [name, declared] of propertiesOf(parts)) {
    const own = declared.flatMap((part) => schemasAt(part, [], follow));
    const isText = inData.test(name) && own.some((part) => [child(part, "type").value].flat().includes("string"));
    if (isText) yield placeAt([...path, name], own, follow);
    else if (mayListFields(name) && (own.some(hasItems) || listsNothingElse(name)))
      yield* together(declared, [...path, name], follow);
    else if (isDelay(name)) yield placeAt([...path, name], own, follow);
  }
  // What is wrong with each of the data: of success, a map of anything holds no texts for people.
  for (const part of parts.map((each) => child(each, "additionalProperties")).filter(saysSomething))
    for (const [name, declared] of propertiesOf(schemasAt(part, [], follow)))
      if (inData.test(name)) yield* together(declared, [...path, "{}", name], follow);
}

/** Beside an error, how long to wait and what to quote may stand in an object of any name. */
function* saidAside(parts: readonly Node[], path: readonly string[], follow: Follow): Generator<Place> {
  for (const [name, declared] of propertiesOf(parts))
    if (isDelay(name) || isRequestId(name))
      yield placeAt(
        [...path, name],
        declared.flatMap((part) => schemasAt(part, [], follow)),
        follow,
      );
}

const inData = /^(?:message|msg|error_?message|error_?description|detail)$/i;

/** Whether a schema says nothing at all: `{}`, or `{ title: Detail }`, as Pydantic writes it. */
export function isAnything({ value }: Node): boolean {
  return isObject(value) && Object.keys(value).every((key) => key === "title");
}

/** `{}` allows anything. */
function saysSomething({ value }: Node): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}

/** The same for several declarations of one member, each place once. */
function* together(declared: readonly Node[], path: readonly string[], follow: Follow): Generator<Place> {
  const byPointer = new Map<string, Place>();
  for (const schema of declared)
    for (const place of walk(schema, path, follow)) {
      const known = byPointer.get(place.pointer);
      byPointer.set(place.pointer, known ? both(known, place) : place);
    }
  yield* byPointer.values();
}

function both(a: Place, b: Place): Place {
  const union = <T>(one: readonly T[], other: readonly T[]) => [...new Set([...one, ...other])].sort();
  return {
    ...a,
    types: union(a.types, b.types),
    literals: union(a.literals, b.literals),
    discriminates: a.discriminates || b.discriminates,
    isTag: a.isTag || b.isTag,
    format: a.format ?? b.format,
    valueTypes: union(a.valueTypes, b.valueTypes),
    isStatus: a.isStatus || b.isStatus,
    isOccurrence: a.isOccurrence || b.isOccurrence,
    isDeprecated: a.isDeprecated && b.isDeprecated,
    isUnsaid: a.isUnsaid || b.isUnsaid,
  };
}

/** `The HTTP status code`, `Suggested HTTP return code for this error`. */
const ofStatus =
  /^(?:(?:the|an?|numeric|suggested|returned|corresponding|same as|equal to) ){0,3}http[ -](?:(?:status|response|return|error)[ -])?(?:code|status)\b/i;

/** `A unique identifier for this particular occurrence of the problem`. */
const ofOccurrence = /\b(?:occurr?ence|error instance|(?:for|of) (?:the|this|each) (?:error|request|problem))\b/i;

function placeAt(path: readonly string[], parts: readonly Node[], follow: Follow): Place {
  const formats = parts.map((part) => child(part, "format").value).filter((format) => typeof format === "string");
  const values = parts.map((part) => child(part, "additionalProperties")).filter(({ value }) => isObject(value));
  const types = typesOf(parts);
  return {
    pointer: pointerText(path),
    path,
    types,
    literals: literalsAt(parts),
    discriminates: parts.some(isOfDiscriminator),
    isTag: false,
    format: formats.sort()[0] as string | undefined,
    valueTypes: typesOf(values.flatMap((value) => schemasAt(value, [], follow))),
    isStatus: parts.some((part) => ofStatus.test(textAt(part, "description") ?? "")),
    isOccurrence: parts.some((part) => ofOccurrence.test(textAt(part, "description") ?? "")),
    isDeprecated: parts.some((part) => child(part, "deprecated").value === true),
    isUnsaid: types.length === 0 && parts.some(isAnything),
  };
}

function isMember(token: string): boolean {
  return token !== "*" && token !== "{}";
}

/** The members that the parts of a schema declare, by name. */
function propertiesOf(parts: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const byName = new Map<string, Node[]>();
  for (const part of parts)
    for (const [name, schema] of members(child(part, "properties")))
      if (!byName.get(name)?.push(schema)) byName.set(name, [schema]);
  return byName;
}

function literalsAt(parts: readonly Node[]): readonly unknown[] {
  const lists = parts.map(literalsOf).filter(({ length }) => length > 0);
  const [only = none, ...others] = lists;
  return others.length === 0 ? only : [...new Set(lists.flat())].sort();
}

const none: readonly unknown[] = [];

function literalsOf({ value }: Node): readonly unknown[] {
  return isObject(value) ? literalsIn(value) : none;
}

/** The same list for all that refer to a schema. */
const literalsIn = onceFor((schema: JsonObject): readonly unknown[] => {
  const { const: constant, enum: values } = schema;
  const listed = constant !== undefined ? [constant] : Array.isArray(values) ? (values as unknown[]) : openIn(schema);
  return [...new Set(listed.filter((value) => value !== null && typeof value !== "object"))].sort();
});

function openIn(schema: JsonObject): readonly unknown[] {
  const lists = openEnums.map((name) => schema[name]).filter((list): list is unknown[] => Array.isArray(list));
  return (lists[0] ?? valuesOfPattern(schema.pattern)).map((value) => (isObject(value) ? value.value : value));
}

function typesOf(parts: readonly Node[]): string[] {
  return [...new Set(parts.flatMap(typesOfOne))].filter((type) => type !== "null").sort();
}

function typesOfOne(part: Node): string[] {
  const types = [child(part, "type").value].flat().filter((type) => typeof type === "string");
  if (types.length > 0) return types;
  if (child(part, "properties").value !== undefined) return ["object"];
  if (child(part, "items").value !== undefined) return ["array"];
  return literalsOf(part).map((value) => (typeof value === "number" ? "integer" : typeof value));
}
