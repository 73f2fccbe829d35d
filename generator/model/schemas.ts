import type { Sources } from "../read/reader.js";
import { child, items, type Node } from "../read/source.js";

type Follow = Sources["follow"];

const alternatives = ["anyOf", "oneOf"];

/** The alternatives of a schema, references followed: itself where it has none. */
export function branchesOf(schema: Node, follow: Follow): Node[] {
  return expand(schema, follow, alternatives, 0);
}

/** Every schema that describes the value at a pointer, whichever alternative or part declares it. */
export function schemasAt(schema: Node, tokens: readonly string[], follow: Follow): Node[] {
  const parts = expand(schema, follow, [...alternatives, "allOf"], 0, true);
  const [token, ...rest] = tokens;
  if (token === undefined) return parts;
  return parts.flatMap((part) => {
    const next = token === "*" ? child(part, "items") : child(part, "properties", token);
    return next.value === undefined ? [] : schemasAt(next, rest, follow);
  });
}

/** Whether every way through the schema requires the value at a pointer. */
export function isRequired(schema: Node, tokens: readonly string[], follow: Follow): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  const node = follow(schema);
  const required = items(child(node, "required")).some((item) => item.value === token);
  const next = child(node, "properties", token);
  return required && next.value !== undefined && isRequired(next, rest, follow);
}

/** How deep schemas are nested at the most; deeper ones are cycles. */
const maxDepth = 40;

function expand(schema: Node, follow: Follow, keywords: readonly string[], depth: number, withSelf = false): Node[] {
  const node = follow(schema);
  if (node.value === undefined || depth > maxDepth) return [];
  const inner = keywords.flatMap((keyword) => items(child(node, keyword)));
  if (inner.length === 0) return [node];
  const expanded = inner.flatMap((part) => expand(part, follow, keywords, depth + 1, withSelf));
  return withSelf ? [node, ...expanded] : expanded;
}
