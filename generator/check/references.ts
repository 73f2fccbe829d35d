import { isMeantAsReference } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import { referenceCircular, referenceNoText, referencePutWrong, referencesTooMany } from "../problem/references.js";
import { mappedReference } from "../read/mapped-reference.js";
import { problemAt, problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, keysOf, members, type Node } from "../read/source.js";

/** How many references may stand one behind the other. */
const maxHops = 100;

/**
 * Every reference of some objects that leads nowhere, back to itself, out of the root folder, to a file that can't be read,
 * or on and on: of a chain that is too long, where it becomes so. Where the key of one is almost `$ref`, it is none.
 */
export function checkReferences(nodes: readonly Node[], { step, hops }: Sources): Problem[] {
  return nodes.flatMap((node) => {
    const next = step(node);
    const written = child(node, "$ref");
    if (!next) return written.value === undefined ? misspelt(node) : [problemAt(written, referenceNoText())];
    if ("finding" in next) return [problemAt(written, next.finding)];
    if ("problems" in next) return next.problems;
    if (isCircular(node, step)) return [problemAt(written, referenceCircular(String(written.value)))];
    return hops(node) === maxHops + 1 ? [problemAt(written, referencesTooMany(maxHops))] : [];
  });
}

/** Whether references, one behind the other, lead back to the one that they began with. */
function isCircular(start: Node, step: Sources["step"]): boolean {
  let at = start;
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const next = step(at);
    if (!next || !("target" in next)) return false;
    at = next.target;
    if (at.value === start.value) return true;
  }
  return false;
}

/** What stands by almost the name `$ref`: what it leads to would be lost without a word. */
function misspelt(node: Node): Problem[] {
  // Of many thousands of keys, almost none.
  const keys = keysOf(node).filter((key) => /^(?:\$|ref)/i.test(key));
  return keys.flatMap((key) => {
    const member = child(node, key);
    const { value } = member;
    if (typeof value !== "string" || !isMeantAsReference(key, value)) return [];
    return [problemAtKey(member, referencePutWrong(key, value))];
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
