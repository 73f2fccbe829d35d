import type { Problem } from "../problem/problem.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";

/** Every reference of some objects that leads nowhere, out of the root folder, or to a file that can't be read. */
export function checkReferences(nodes: readonly Node[], { step }: Sources): Problem[] {
  return nodes.flatMap((node) => {
    const next = step(node);
    if (!next || "target" in next) return [];
    return "finding" in next ? [problemAt(child(node, "$ref"), next.finding)] : next.problems;
  });
}
