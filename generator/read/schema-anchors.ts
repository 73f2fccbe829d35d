import { child, items, members, type Node, rootOf, type Source } from "./source.js";

const known = new WeakMap<Source, ReadonlyMap<string, Node>>();

/** The schema of a file that calls itself so by `$anchor` or `$dynamicAnchor`; undefined where none does. */
export function anchored(source: Source, name: string): Node | undefined {
  const anchors = known.get(source) ?? anchorsOf(source);
  known.set(source, anchors);
  return anchors.get(name);
}

/** Every name that a schema of a file has, the first one that has it. */
function anchorsOf(source: Source): ReadonlyMap<string, Node> {
  const anchors = new Map<string, Node>();
  // Aliases of YAML make one value of many places.
  const seen = new Set<unknown>();
  const due = [rootOf(source)];
  for (let node = due.pop(); node; node = due.pop()) {
    if (typeof node.value !== "object" || node.value === null || seen.has(node.value)) continue;
    seen.add(node.value);
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const { value } = child(node, keyword);
      if (typeof value === "string" && !anchors.has(value)) anchors.set(value, node);
    }
    due.push(...[...items(node), ...members(node).map(([, member]) => member)].reverse());
  }
  return anchors;
}
