import type { Node } from "../../read/source.js";

const named: ReadonlySet<string> = new Set(["schemas", "definitions", "$defs"]);

/** The schema with a name that a node is written in; undefined where none is around it. */
export function namedAround(node: Node): unknown {
  for (let at: Node | undefined = node; at?.parent; at = at.parent) if (named.has(at.parent.key)) return at.value;
  return undefined;
}

/** What says which value of a property stands for which schema is written beside the property, and tells of none of them. */
export function isOfMapping(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.key === "discriminator") return true;
  return false;
}
