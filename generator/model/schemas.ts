import type { Sources } from "../read/reader.js";
import { child, isObject, items, members, type Node } from "../read/source.js";

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
    const next = memberAt(part, token);
    return next.value === undefined ? [] : schemasAt(next, rest, follow);
  });
}

/** What a schema declares one step further: a `*` steps into an array, a `{}` into a map. */
export function memberAt(schema: Node, token: string): Node {
  if (token === "*") return child(schema, "items");
  const member = child(schema, "properties", token);
  return token === "{}" && member.value === undefined ? child(schema, "additionalProperties") : member;
}

/** Whether every way through the schema requires the value at a pointer. */
export function isRequired(schema: Node, tokens: readonly string[], follow: Follow): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  const parts = partsOf(schema, follow);
  if (token === "*" || token === "{}") return parts.some((part) => isRequired(memberAt(part, token), rest, follow));
  const required = parts.some((part) => items(child(part, "required")).some((item) => item.value === token));
  const declared = parts.map((part) => child(part, "properties", token)).filter(({ value }) => value !== undefined);
  return required && declared.some((next) => isRequired(next, rest, follow));
}

/** A schema and all that its `allOf` adds to it, references followed. */
export function partsOf(schema: Node, follow: Follow): Node[] {
  return expand(schema, follow, ["allOf"], 0, true);
}

/** How deep schemas are nested at the most; deeper ones are cycles. */
const maxDepth = 40;

function expand(schema: Node, follow: Follow, keywords: readonly string[], depth: number, withSelf = false): Node[] {
  const node = follow(schema);
  const { value } = node;
  if (value === undefined || depth > maxDepth) return [];
  // Most schemas are made of nothing else: they are asked for many times.
  if (!isObject(value) || !keywords.some((keyword) => Object.hasOwn(value, keyword))) return [node];
  const inner = keywords.flatMap((keyword) => items(child(node, keyword)));
  // Alternatives that only ask for some of the members beside them are no bodies of their own.
  const saysNothing = inner.every((part) => items(child(part, "required")).length > 0 && members(part).length === 1);
  const isWhole = !withSelf && saysNothing && child(node, "properties").value !== undefined;
  if (inner.length === 0 || isWhole) return [node];
  const expanded = inner.flatMap((part) => expand(part, follow, keywords, depth + 1, withSelf));
  return withSelf ? [node, ...expanded] : expanded;
}
