import { isObject } from "../read/source.js";
import { schemaMaps } from "../read/vocabulary.js";

/** A schema without its constants, and those. Schemas that differ in their code alone have one shape. */
export interface SchemaShape {
  /** With `{ "$data": "<pointer>/0" }` in the place of the first constant, and so on. */
  readonly schema: unknown;
  readonly constants: readonly unknown[];
  /** What it refers to, each as it is written. */
  readonly references: readonly string[];
}

/** What references between schemas begin with. */
export const schemaPrefix = "document#/$defs/";

/** The name that a schema refers to; undefined where it is no reference. */
export function nameOf(schema: unknown): string | undefined {
  return isObject(schema) && typeof schema.$ref === "string" ? schema.$ref.slice(schemaPrefix.length) : undefined;
}

/** Says nothing about a value. */
export const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
]);
const constant = new Set(["const", "enum"]);
const keyedByNames = new Set([...schemaMaps, "dependentRequired", "dependencies"]);

/** The shape of a JSON Schema. `pointer`: where its constants will stand in the data. */
export function shapeOf(schema: unknown, pointer: string): SchemaShape {
  const constants: unknown[] = [];
  const references: string[] = [];
  const shape = (value: unknown, isNameMap: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => shape(item, false));
    if (!isObject(value)) return value;
    const kept: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value)) {
      if (isNameMap) kept.push([key, shape(inner, false)]);
      else if (constant.has(key)) kept.push([key, { $data: `${pointer}/${constants.push(inner) - 1}` }]);
      else if (!annotations.has(key) && !key.startsWith("x-")) kept.push([key, shape(inner, keyedByNames.has(key))]);
      if (!isNameMap && key === "$ref") references.push(String(inner));
    }
    return Object.fromEntries(kept);
  };
  return { schema: shape(schema, false), constants, references };
}
