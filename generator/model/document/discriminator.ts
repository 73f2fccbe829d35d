import { basename, extname } from "node:path";
import { onceFor } from "../../read/made-once.js";
import { mappedReference } from "../../read/mapped-reference.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node, rootOf, textAt } from "../../read/source.js";

type Follow = Sources["follow"];

/** A schema that stands for some values of a property, and where it is said that it does. */
export interface Discriminated {
  readonly schema: Node;
  readonly keys: readonly { readonly value: string; readonly place: Node }[];
}

/** The name of the property by which a schema tells its alternatives, or those that extend it, apart. */
export function discriminatorOf(schema: Node): string | undefined {
  return textAt(schema, "discriminator", "propertyName");
}

/**
 * The values that lead from a schema with a discriminator to another: those of its mapping, else the name of that
 * component (OpenAPI 3.1, 4.8.25). What only extends the schema has none where the mapping leads to others; what stands
 * among its alternatives (`isOption`) keeps its name beside a mapping.
 */
export function keysTo(base: Node, target: Node, follow: Follow, isOption = false): Discriminated["keys"] {
  return mappedBy(base, follow).get(target.value)?.keys ?? implicitKey(base, target, isOption);
}

/** What a schema with a discriminator leads to: what its mapping names, else the components that extend it. */
export function discriminated(base: Node, follow: Follow): readonly Discriminated[] {
  const mapped = [...mappedBy(base, follow).values()];
  if (mapped.length > 0) return mapped;
  return extending(base, follow).map((schema) => ({ schema, keys: implicitKey(base, schema, false) }));
}

function mappingOf(base: Node): (readonly [value: string, place: Node])[] {
  return members(child(base, "discriminator", "mapping")).filter(([, { value }]) => typeof value === "string");
}

/** By the value of what they lead to. */
function mappedBy(base: Node, follow: Follow): ReadonlyMap<unknown, Discriminated> {
  return isObject(base.value) ? mappedIn(base.value)(base, follow) : new Map();
}

const mappedIn = onceFor((_schema: object) => {
  let mapped: Map<unknown, Discriminated> | undefined;
  return (base: Node, follow: Follow): ReadonlyMap<unknown, Discriminated> => {
    if (mapped) return mapped;
    mapped = new Map();
    for (const [value, place] of mappingOf(base)) {
      const schema = follow(mappedReference(place));
      if (schema.value === undefined || schema.value === base.value) continue;
      mapped.set(schema.value, { schema, keys: [...(mapped.get(schema.value)?.keys ?? []), { value, place }] });
    }
    return mapped;
  };
});

function implicitKey(base: Node, { parent, key, source }: Node, isOption: boolean): Discriminated["keys"] {
  const isComponent = parent?.key === "schemas" && parent.parent?.key === "components" && source === base.source;
  // In documents of many files, a schema has a file of its name.
  if (parent === undefined && mappingOf(base).length === 0) {
    const value = basename(source.path, extname(source.path));
    return [{ value, place: { source, parent, key, value } }];
  }
  if (!isComponent || (mappingOf(base).length > 0 && !isOption)) return [];
  return [{ value: key, place: { source, parent, key, value: key } }];
}

/** The components of the same file whose `allOf` holds the schema, or one that extends it. */
function extending(base: Node, follow: Follow): readonly Node[] {
  const document = rootOf(base.source);
  if (!isObject(document.value)) return [];
  const byBase = extendingIn(document.value)(document, follow);
  const found = new Map((byBase.get(base.value) ?? []).map((schema) => [schema.value, schema]));
  for (const { value } of found.values())
    for (const schema of byBase.get(value) ?? [])
      if (schema.value !== base.value && !found.has(schema.value)) found.set(schema.value, schema);
  return [...found.values()];
}

const extendingIn = onceFor((_document: object) => {
  let byBase: Map<unknown, Node[]> | undefined;
  return (document: Node, follow: Follow): ReadonlyMap<unknown, readonly Node[]> => {
    if (byBase) return byBase;
    byBase = new Map();
    for (const [, schema] of members(child(document, "components", "schemas")))
      for (const part of items(child(schema, "allOf"))) {
        const base = follow(part).value;
        if (!byBase.get(base)?.push(schema)) byBase.set(base, [schema]);
      }
    return byBase;
  };
});

const made = new WeakSet<object>();

/** What a discriminator allows its property. */
export function valuesOf(keys: readonly string[]): object {
  const schema = keys.length === 1 ? { const: keys[0] } : { enum: keys };
  made.add(schema);
  return schema;
}

/** Whether a schema is what a discriminator allows its property. */
export function isOfDiscriminator({ value }: Node): boolean {
  return isObject(value) && made.has(value);
}
