import type { Problem } from "../problem/problem.js";
import { referencesTooMany } from "../problem/reading.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";

/** How many references may stand one behind the other. */
const maxHops = 100;

/**
 * Every reference of some objects that leads nowhere, out of the root folder, to a file that can't be read, or on and on:
 * of a chain that is too long, where it becomes so.
 */
export function checkReferences(nodes: readonly Node[], { step, hops }: Sources): Problem[] {
  return nodes.flatMap((node) => {
    const next = step(node);
    if (!next) return [];
    if ("target" in next)
      return hops(node) === maxHops + 1 ? [problemAt(child(node, "$ref"), referencesTooMany(maxHops))] : [];
    return "finding" in next ? [problemAt(child(node, "$ref"), next.finding)] : next.problems;
  });
}
