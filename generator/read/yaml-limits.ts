import type { YAMLMap } from "yaml";
import type { Finding } from "../problem/problem.js";
import { aliasCyclic, aliasesTooMany, aliasUnknown, keyDuplicate, nestingTooDeep } from "../problem/syntax.js";
import { yaml } from "./yaml-library.js";
import { maxAliased } from "./yaml-load.js";

/** A finding and the offset in the text that it is about. */
export interface Found {
  readonly offset: number;
  readonly finding: Finding;
}

/** How many values stand below a node, and how many levels. Aliases count as what they stand for. */
interface Size {
  readonly values: number;
  readonly levels: number;
}

/** What YAML allows and a document must not hold: a key twice, aliases or nesting without an end. */
export function inspect(contents: unknown, maxDepth: number, lineAt: (offset: number) => number): Found[] {
  const found: Found[] = [];
  // Undefined while the anchor's own value is being measured.
  const anchors = new Map<string, Size | undefined>();
  const leaf: Size = { values: 1, levels: 0 };
  let aliased = 0;
  let beyondLimits = false;

  const report = (node: unknown, finding: Finding): Size => {
    found.push({ offset: offsetOf(node), finding });
    return leaf;
  };
  const stop = (node: unknown, finding: Finding): Size => {
    beyondLimits = true;
    return report(node, finding);
  };
  const measureAlias = (node: unknown, name: string, depth: number): Size => {
    if (!anchors.has(name)) return report(node, aliasUnknown(name));
    const size = anchors.get(name);
    if (!size) return report(node, aliasCyclic(name));
    aliased += size.values;
    if (aliased > maxAliased) return stop(node, aliasesTooMany());
    return depth + size.levels > maxDepth ? stop(node, nestingTooDeep()) : size;
  };
  const measure = (node: unknown, depth: number): Size => {
    if (beyondLimits) return leaf;
    if (yaml().isAlias(node)) return measureAlias(node, node.source, depth);
    if (yaml().isPair(node)) return both(measure(node.key, depth), measure(node.value, depth));
    if (yaml().isScalar(node) && node.anchor) anchors.set(node.anchor, leaf);
    if (!yaml().isCollection(node)) return leaf;
    if (depth > maxDepth) return stop(node, nestingTooDeep());
    if (node.anchor) anchors.set(node.anchor, undefined);
    if (yaml().isMap(node)) found.push(...keysTwice(node, lineAt));
    let size: Size = { values: 0, levels: 0 };
    for (const part of node.items) size = both(size, measure(part, depth + 1));
    size = { values: size.values + 1, levels: size.levels + 1 };
    if (node.anchor) anchors.set(node.anchor, size);
    return size;
  };
  measure(contents, 1);
  return found;
}

/** The size of two values side by side. */
function both(a: Size, b: Size): Size {
  return { values: a.values + b.values, levels: Math.max(a.levels, b.levels) };
}

/** The parser takes `404` and `"404"` for two keys; as members of an object they are one. */
function keysTwice({ items }: YAMLMap, lineAt: (offset: number) => number): Found[] {
  const seen = new Map<string, number>();
  return items.flatMap(({ key }) => {
    const name = String(yaml().isScalar(key) ? key.value : key);
    const offset = offsetOf(key);
    const first = seen.get(name);
    seen.set(name, first ?? offset);
    return first === undefined ? [] : [{ offset, finding: keyDuplicate(name, lineAt(first)) }];
  });
}

function offsetOf(node: unknown): number {
  return (yaml().isNode(node) && node.range?.[0]) || 0;
}
