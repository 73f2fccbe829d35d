import { isObject } from "../read/source.js";
import { nameOf } from "./schema-shape.js";

type Schemas = Readonly<Record<string, unknown>>;
export type Path = readonly string[];

/** What a schema asks for at first sight. */
export interface Demands {
  /** One of these scalars has to stand there, if anything does. */
  readonly constants: readonly { readonly path: Path; readonly values: readonly unknown[] }[];
  /** Members that have to be there, where what holds them is an object. */
  readonly members: readonly Path[];
}

interface Part {
  readonly schema: unknown;
  readonly path: Path;
  readonly depth: number;
}

/** How much is looked at of a schema: what tells alternatives apart stands near its top, and some have no end. */
const [maxDepth, maxParts] = [4, 1000];

/** The constants and the required members of a schema: its own, those of what it refers to, and of its parts. */
export function demandsOf(schema: unknown, schemas: Schemas): Demands {
  const parts: Part[] = [{ schema, path: [], depth: 0 }];
  // Grows while it is gone through.
  for (const part of parts)
    if (part.depth < maxDepth && parts.length < maxParts) parts.push(...partsOf(part, schemas).slice(0, maxParts));
  return {
    constants: parts.flatMap(({ schema: part, path }) => {
      if (!isObject(part)) return [];
      const { const: constant, enum: listed } = part;
      const values = constant === undefined ? listed : [constant];
      return Array.isArray(values) && values.every((value) => typeof value !== "object") ? [{ path, values }] : [];
    }),
    members: parts.flatMap(({ schema: part, path }) => {
      const required = isObject(part) && Array.isArray(part.required) ? (part.required as unknown[]) : [];
      return required.filter((name) => typeof name === "string").map((name) => [...path, name]);
    }),
  };
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
