import { extensionMisspelt } from "../problem/contract.js";
import { misspeltName } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import type { ExtensionRule } from "../read/extension-rule.js";
import { onceForEach } from "../read/made-once.js";
import { isMeantAsError } from "../read/meant-as-error.js";
import { problemAtKey } from "../read/position.js";
import { child, keysOf, type Node } from "../read/source.js";

/** What stands on schemas, answers and operations, and at the root beside `x-error-contract`. */
const ours = ["x-error", "x-error-codes"];
const atRoot = [...ours, "x-error-contract"];
/** In use by others, and read as they mean it: unless it holds what ours does. */
const theirs = new Set(["x-errors"]);

/** Extensions whose names are almost ours: what they say would be passed over in silence. */
export function checkMisspeltExtensions(
  nodes: readonly Node[],
  level: "warning" | "note",
  rules: readonly ExtensionRule[] = [],
): Problem[] {
  const ruled = new Set(rules.map(({ name }) => name));
  // The same few names stand on hundreds of operations.
  const meantBelow = onceForEach((key) => misspeltName(key, ours));
  const meantAtRoot = onceForEach((key) => misspeltName(key, atRoot));
  return nodes.flatMap((node) => {
    // Where there is no contract, one by another name is an error, and told already.
    const meantBy = node.parent || level === "note" ? meantBelow : meantAtRoot;
    // Of a hundred thousand keys few are extensions.
    const extensions = keysOf(node).filter((key) => key.startsWith("x") || key.startsWith("X"));
    return extensions.flatMap((key) => {
      if (ruled.has(key) || atRoot.includes(key)) return [];
      const isTheirs = theirs.has(key) && !isMeantAsError(child(node, key).value);
      // By its members alone: of a document that somebody prepared, since others have titles and descriptions too.
      const holdsOurs = () => level === "warning" && /err/i.test(key) && isMeantAsError(child(node, key).value);
      const meant = isTheirs ? undefined : (meantBy(key) ?? (holdsOurs() ? "x-error" : undefined));
      return meant === undefined ? [] : [problemAtKey(child(node, key), extensionMisspelt(key, meant, level))];
    });
  });
}
