import type { Sources } from "../../read/reader.js";
import { child, items, members, textAt } from "../../read/source.js";
import { everythingIn } from "../../read/walk.js";

const maps = ["properties", "headers", "scopes"];

/**
 * The names that a document declares for something else than codes: properties, parameters, headers, scopes, operations,
 * and the values of enums other than those of codes.
 */
export function declaredNames(sources: Sources, codeSchemas: ReadonlySet<unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of everythingIn(sources)) {
    for (const map of maps) for (const [name] of members(child(node, map))) names.add(name);
    const [name, id] = [textAt(node, "in") && textAt(node, "name"), textAt(node, "operationId")];
    for (const own of [name, id]) if (own !== undefined) names.add(own);
    if (codeSchemas.has(node.value)) continue;
    for (const { value } of items(child(node, "enum"))) if (typeof value === "string") names.add(value);
  }
  return names;
}
