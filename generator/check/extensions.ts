import { contractMistyped, errorMisplaced } from "../problem/contract.js";
import { misspeltName } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import { problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, members, type Node, pointerOf } from "../read/source.js";
import { validate } from "../read/validate.js";

/**
 * Whether `x-error-contract` and every `x-error` hold what their JSON Schemas say, and stand where they mean something.
 * `nodes`: where they are looked for.
 */
export function checkExtensions(nodes: readonly Node[], { document }: Sources): Problem[] {
  const contract = child(document, "x-error-contract");
  const problems = contract.value === undefined ? mistyped(document) : validate("x-error-contract", contract);
  for (const node of nodes) {
    const error = child(node, "x-error");
    if (error.value === undefined) continue;
    // In another file the place says nothing: its schemas and responses may stand anywhere.
    const placed = isPlaced(node) || node.source !== document.source;
    if (placed) problems.push(...validate("x-error", error));
    else problems.push(problemAtKey(error, errorMisplaced()));
  }
  return problems;
}

/** A root extension that is almost ours: without a word it would count as none. */
function mistyped(document: Node): Problem[] {
  return members(document)
    .filter(([key]) => misspeltName(key, ["x-error-contract"]) !== undefined)
    .map(([key, node]) => problemAtKey(node, contractMistyped(key)));
}

/** Whether a node is a schema of the components, or to a response. */
function isPlaced(node: Node): boolean {
  const pointer = pointerOf(node);
  const isSchema = pointer.length === 3 && pointer[0] === "components" && pointer[1] === "schemas";
  return isSchema || pointer.at(-2) === "responses";
}
