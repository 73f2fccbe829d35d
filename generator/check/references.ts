import type { Problem } from "../problem/problem.js";
import { referencesTooMany } from "../problem/reading.js";
import { mappedReference } from "../read/mapped-reference.js";
import { problemAt } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, members, type Node } from "../read/source.js";

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

/** Every value that a discriminator maps to a schema that is not there. The code is lost, and all else holds. */
export function checkMappings(nodes: readonly Node[], { step }: Sources): Problem[] {
  return nodes
    .flatMap((node) => members(child(node, "discriminator", "mapping")))
    .filter(([, { value }]) => typeof value === "string")
    .flatMap(([, place]) => {
      const next = step(mappedReference(place));
      return next && "finding" in next ? [{ ...problemAt(place, next.finding), level: "warning" as const }] : [];
    });
}
