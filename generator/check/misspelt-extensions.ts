import { extensionMisspelt } from "../problem/contract.js";
import { misspeltName } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import type { ExtensionRule } from "../read/extension-rule.js";
import { problemAtKey } from "../read/position.js";
import { child, keysOf, type Node } from "../read/source.js";

/** What stands on schemas, answers and operations, and at the root beside `x-error-contract`. */
const ours = ["x-error", "x-error-codes"];
const atRoot = [...ours, "x-error-contract"];
/** In use by others, and read as they mean it. */
const theirs = new Set(["x-errors"]);

/** Extensions whose names are almost ours: what they say would be passed over in silence. */
export function checkMisspeltExtensions(
  nodes: readonly Node[],
  level: "warning" | "note",
  rules: readonly ExtensionRule[] = [],
): Problem[] {
  const known = new Set([...theirs, ...rules.map(({ name }) => name)]);
  return nodes.flatMap((node) => {
    const names = node.parent ? ours : atRoot;
    return keysOf(node).flatMap((key) => {
      if (!/^x/i.test(key) || known.has(key) || atRoot.includes(key)) return [];
      const meant = misspeltName(key, names);
      return meant === undefined ? [] : [problemAtKey(child(node, key), extensionMisspelt(key, meant, level))];
    });
  });
}
