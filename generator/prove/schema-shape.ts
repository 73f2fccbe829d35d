import { isObject } from "../read/source.js";
import { schemaMaps } from "../read/walk.js";

/** A schema without its constants, and those. Schemas that differ in their code alone have one shape. */
export interface SchemaShape {
  /** With `{ "$data": "<pointer>/0" }` in the place of the first constant, and so on. */
  readonly schema: unknown;
  readonly constants: readonly unknown[];
}

/** Says nothing about a value. */
const annotations = new Set(["title", "description", "default", "deprecated", "readOnly", "writeOnly", "$comment"]);
const constants = new Set(["const", "enum"]);
const keyedByNames = new Set([...schemaMaps, "dependentRequired", "dependencies"]);

/** The shape of a JSON Schema. `pointer`: where its constants will stand in the data. */
export function shapeOf(schema: unknown, pointer: string): SchemaShape {
  const taken: unknown[] = [];
  const slot = (value: unknown) => ({ $data: `${pointer}/${taken.push(value) - 1}` });
  const shape = (value: unknown, isNameMap = false): unknown => {
    if (Array.isArray(value)) return value.map((item) => shape(item));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).filter(
      ([key]) => isNameMap || !(annotations.has(key) || key.startsWith("x-")),
    );
    return Object.fromEntries(
      entries.map(([key, inner]) => [
        key,
        !isNameMap && constants.has(key) ? slot(inner) : shape(inner, !isNameMap && keyedByNames.has(key)),
      ]),
    );
  };
  return { schema: shape(schema), constants: taken };
}
