import { isObject } from "../read/source.js";
import { own } from "../runtime/pointer.js";
import { annotations, schemaPrefix } from "./schema-shape.js";

type Schemas = Readonly<Record<string, unknown>>;

/** A schema that is nothing but alternatives which have names. */
export interface Union {
  readonly names: readonly string[];
  /** Whether a body may fit one of them only. */
  readonly isExclusive: boolean;
  /** Those whose constants a body does not contradict: it can fit no other. */
  readonly candidates: (body: unknown) => readonly string[];
}

/** What a schema is an alternative of; undefined where it says more than that, or its alternatives have no names. */
export function unionOf(schema: unknown, schemas: Schemas): Union | undefined {
  if (!isObject(schema)) return undefined;
  const [keyword = "", ...others] = Object.keys(schema).filter((key) => !annotations.has(key) && !key.startsWith("x-"));
  const alternatives = schema[keyword];
  if (!["anyOf", "oneOf"].includes(keyword) || others.length > 0 || !Array.isArray(alternatives)) return undefined;
  const names = alternatives.flatMap((alternative: unknown) => nameOf(alternative) ?? []);
  if (names.length < alternatives.length) return undefined;
  return { names, isExclusive: keyword === "oneOf", candidates: candidatesOf(names, schemas) };
}

function nameOf(schema: unknown): string | undefined {
  return isObject(schema) && typeof schema.$ref === "string" ? schema.$ref.slice(schemaPrefix.length) : undefined;
}

/** Hundreds of alternatives mostly differ in a code: those that a body may fit are looked up by the one it has. */
function candidatesOf(names: readonly string[], schemas: Schemas): Union["candidates"] {
  const demanded = names.map((name) => ({ name, demands: demandsOf(schemas[name], schemas) }));
  const places = demanded.flatMap(({ demands }) => demands.map(({ path }) => path));
  const [path] = mostFrequent(places);
  if (path === undefined) return () => names;
  const byValue = new Map<unknown, string[]>();
  const open: string[] = [];
  for (const { name, demands } of demanded) {
    const values = demands.find((demand) => keyOf(demand.path) === keyOf(path))?.values;
    if (!values) open.push(name);
    for (const value of values ?? []) if (!byValue.get(value)?.push(name)) byValue.set(value, [name]);
  }
  return (body) => {
    const value = path.reduce((inner, name) => (isObject(inner) ? own(inner, name) : undefined), body);
    return value === undefined ? names : [...(byValue.get(value) ?? []), ...open];
  };
}

interface Demand {
  readonly path: readonly string[];
  /** One of these scalars has to stand there, if anything does. */
  readonly values: readonly unknown[];
}

interface Part {
  readonly schema: unknown;
  readonly path: readonly string[];
  readonly depth: number;
}

/** How much is looked at of a schema: what tells alternatives apart stands near its top, and some have no end. */
const [maxDepth, maxParts] = [4, 1000];

/** The constants of a schema: its own, those of what it refers to, and of its parts. */
function demandsOf(schema: unknown, schemas: Schemas): Demand[] {
  const parts: Part[] = [{ schema, path: [], depth: 0 }];
  // Grows while it is gone through.
  for (const part of parts)
    if (part.depth < maxDepth && parts.length < maxParts) parts.push(...partsOf(part, schemas).slice(0, maxParts));
  return parts.flatMap(({ schema: part, path }) => {
    if (!isObject(part)) return [];
    const { const: constant, enum: listed } = part;
    const values = constant === undefined ? listed : [constant];
    return Array.isArray(values) && values.every((value) => typeof value !== "object") ? [{ path, values }] : [];
  });
}

function partsOf({ schema, path, depth }: Part, schemas: Schemas): Part[] {
  if (!isObject(schema)) return [];
  const name = nameOf(schema);
  const { properties, allOf } = schema;
  const same = [...(name === undefined ? [] : [schemas[name]]), ...(Array.isArray(allOf) ? allOf : [])];
  return [
    ...same.map((part: unknown) => ({ schema: part, path, depth: depth + 1 })),
    ...Object.entries(isObject(properties) ? properties : {}).map(([key, member]) => ({
      schema: member,
      path: [...path, key],
      depth: depth + 1,
    })),
  ];
}

function mostFrequent(paths: readonly (readonly string[])[]): (readonly string[])[] {
  const counts = new Map<string, { readonly path: readonly string[]; count: number }>();
  for (const path of paths) {
    const known = counts.get(keyOf(path)) ?? { path, count: 0 };
    counts.set(keyOf(path), { path, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ path }) => path);
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
