import type { Sources } from "../../read/reader.js";
import { isObject } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { allowsNull, isRequired, schemasAt } from "../document/schemas.js";
import type { Body } from "./bodies.js";

/** Whether the schema of one of these bodies declares the code without requiring it, or as null. */
export function mayLackCode(bodies: readonly Body[], pointer: string | undefined, follow: Sources["follow"]): boolean {
  if (pointer === undefined) return false;
  const tokens = tokensOf(pointer);
  const schemas = new Set(bodies.map(({ schema }) => schema));
  return [...schemas].some((schema) => {
    const declared = schemasAt(schema, tokens, follow);
    if (declared.length === 0) return false;
    return declared.some(({ value }) => isObject(value) && allowsNull(value)) || !isRequired(schema, tokens, follow);
  });
}
