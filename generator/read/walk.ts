import type { Sources } from "./reader.js";
import { child, isObject, items, members, type Node } from "./source.js";

/** Maps from names to schemas, in schemas: their keys are no keywords. */
export const schemaMaps: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
]);

/** Maps from names to things, anywhere in a document. */
const nameMaps = new Set([
  ...schemaMaps,
  "paths",
  "pathItems",
  "webhooks",
  "callbacks",
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "examples",
  "content",
  "encoding",
  "variables",
]);

/** Keywords whose value is data, not a part of the document's structure. */
const data = new Set(["example", "default", "const", "enum", "value", "mapping", "security"]);

/**
 * Every object of a document's structure below a node, itself first. Examples and other data are passed over, and so
 * is what stands inside an extension.
 */
export function* structureOf(node: Node, isNameMap = false): Generator<Node> {
  if (Array.isArray(node.value)) for (const item of items(node)) yield* structureOf(item);
  if (!isObject(node.value)) return;
  if (!isNameMap) yield node;
  for (const [key, member] of members(node)) {
    if (isNameMap) yield* structureOf(member);
    else if (key === "examples" && Array.isArray(member.value)) continue;
    else if (!data.has(key) && !key.startsWith("x-")) yield* structureOf(child(node, key), nameMaps.has(key));
  }
}

/** Every object of a document's structure, and of all that it refers to in other files: each once. */
export function everythingIn(sources: Sources): Generator<Node> {
  // What stands in the document itself is walked anyway.
  return reachedFrom([sources.document], sources, ({ source }) => source !== sources.document.source);
}

/** Every object of structure below some nodes, and of all that these refer to: each once. */
export function* reachedFrom(
  starts: readonly Node[],
  { step }: Sources,
  isFollowed: (target: Node) => boolean = () => true,
): Generator<Node> {
  const seen = new Set<unknown>();
  const due = [...starts].reverse();
  for (let start = due.pop(); start; start = due.pop()) {
    if (seen.has(start.value)) continue;
    for (const node of structureOf(start)) {
      if (seen.has(node.value)) continue;
      seen.add(node.value);
      yield node;
      const next = step(node);
      if (next && "target" in next && isFollowed(next.target)) due.push(next.target);
    }
  }
}
