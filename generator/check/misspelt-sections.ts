import { keyMisspelt } from "../problem/keys.js";
import type { Problem } from "../problem/problem.js";
import { suggest } from "../problem/suggest.js";
import { problemAtKey } from "../read/position.js";
import { child, isObject, members, type Node } from "../read/source.js";
import { componentSections } from "../read/vocabulary.js";

const ofDocument = ["info", "servers", "paths", "webhooks", "components", "security", "tags", "externalDocs"];

/** `component`, `schema`: sections that are almost others, which are not there. All that refers to them leads nowhere. */
export function checkSections(document: Node): Problem[] {
  return [...almost(document, ofDocument), ...almost(child(document, "components"), componentSections)];
}

function almost(node: Node, known: readonly string[]): Problem[] {
  return members(node).flatMap(([key, member]) => {
    if (known.includes(key) || key.startsWith("x-") || !isObject(member.value)) return [];
    const meant = suggest(key, known);
    if (meant === undefined || child(node, meant).value !== undefined) return [];
    return [problemAtKey(member, keyMisspelt(key, meant))];
  });
}

/** What only says once more that a section is not there under its name. */
export function followsFromSections({ code }: Problem): boolean {
  return code === "reference-dangling" || code === "error-misplaced";
}
