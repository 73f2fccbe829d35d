import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type Node } from "../../read/source.js";
import { memberAt } from "../document/schemas.js";
import { isCode } from "./codes.js";

type Follow = Sources["follow"];

/** What says nothing of which bodies a schema takes. */
const notes = ["title", "description", "$comment", "deprecated", "examples", "example"];

/**
 * The codes that a schema forbids at a place by `not`, its own, those of its `allOf` and those on the way:
 * `not: { enum: [internal] }` at the code, or `not: { properties: { code: { const: internal } } }` around it.
 */
export function excludedAt(node: Node, tokens: readonly string[], follow: Follow): readonly string[] {
  const excluded: string[] = [];
  const seen = new Set<unknown>();
  const due = [{ schema: node, path: tokens }];
  for (let next = due.pop(); next; next = due.pop()) {
    const { path } = next;
    const at = follow(next.schema);
    if (!isObject(at.value) || seen.has(at.value)) continue;
    seen.add(at.value);
    excluded.push(...taken(follow(child(at, "not")), path, follow));
    due.push(...items(child(at, "allOf")).map((schema) => ({ schema, path })));
    const [token, ...rest] = path;
    if (token !== undefined) due.push({ schema: memberAt(at, token), path: rest });
  }
  return excluded;
}

/** The codes of all bodies that a schema takes, where it asks for nothing else: only then does `not` forbid them. */
function taken(schema: Node, tokens: readonly string[], follow: Follow): readonly string[] {
  if (!isObject(schema.value)) return [];
  const [token, ...rest] = tokens;
  const asks = Object.keys(schema.value).filter((key) => !notes.includes(key) && !key.startsWith("x-"));
  const asksOnly = (...keys: readonly string[]) => asks.every((key) => keys.includes(key));
  if (token === undefined) {
    if (!asksOnly("type", "enum", "const")) return [];
    const constant = child(schema, "const").value;
    const values = constant === undefined ? items(child(schema, "enum")).map(({ value }) => value) : [constant];
    return values.filter(isCode).map(String);
  }
  const properties = child(schema, "properties");
  const isAlone = isObject(properties.value) && Object.keys(properties.value).every((name) => name === token);
  const requires = items(child(schema, "required")).every(({ value }) => value === token);
  return asksOnly("type", "properties", "required") && isAlone && requires
    ? taken(follow(child(properties, token)), rest, follow)
    : [];
}
