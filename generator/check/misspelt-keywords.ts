import { keywordMisspelt } from "../problem/keys.js";
import { misspeltName } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import { onceForEach } from "../read/made-once.js";
import { problemAtKey } from "../read/position.js";
import { child, keysOf, type Node } from "../read/source.js";
import { isSchema, keywords } from "./places.js";

/** What decides what a schema allows, and what it says: a name of such a kind is nobody else's. */
const telling = `
  type properties required items enum const allOf anyOf oneOf not format nullable title description default example
  deprecated discriminator additionalProperties`
  .trim()
  .split(/\s+/);

/** Keywords of schemas that are almost others: `cosnt` lists no code, and no word is said of it. */
export function checkKeywords(nodes: readonly Node[]): Problem[] {
  // A name of four letters has too many neighbours.
  const meantBy = onceForEach((key) => (key.length < 4 ? undefined : misspeltName(key, telling)));
  return nodes.filter(isSchema).flatMap((node) => {
    const unknown = keysOf(node).filter((key) => !key.startsWith("x-") && !keywords.has(key));
    return unknown.flatMap((key) => {
      const meant = meantBy(key);
      const isMeant = meant !== undefined && child(node, meant).value === undefined;
      return isMeant ? [problemAtKey(child(node, key), keywordMisspelt(key, meant))] : [];
    });
  });
}
