import type { Sources } from "../../read/reader.js";
import { isObject } from "../../read/source.js";
import { everythingIn } from "../../read/walk.js";

const maps = ["properties", "headers", "scopes"];

/**
 * The names that a document declares for something else than codes: properties, parameters, headers, scopes, operations,
 * and the values of enums other than those of codes.
 */
export function declaredNames(sources: Sources, codeSchemas: ReadonlySet<unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  // Half a million places in the largest documents: none of them is made a node of.
  for (const { value } of everythingIn(sources)) {
    if (!isObject(value)) continue;
    for (const map of maps) if (isObject(value[map])) for (const name of Object.keys(value[map])) names.add(name);
    for (const own of [value.in && value.name, value.operationId]) if (typeof own === "string") names.add(own);
    if (codeSchemas.has(value) || !Array.isArray(value.enum)) continue;
    for (const listed of value.enum as readonly unknown[]) if (typeof listed === "string") names.add(listed);
  }
  return names;
}
