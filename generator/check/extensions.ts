import { contractMisplaced, contractMistyped, errorMisplaced } from "../problem/contract.js";
import { misspeltName } from "../problem/misspelt.js";
import type { Problem } from "../problem/problem.js";
import { ownSchema } from "../read/own-validators.js";
import { problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { child, isObject, members, type Node, pointerOf } from "../read/source.js";
import { faultsIn } from "../read/validate.js";
import { dispensable } from "./dispensable.js";

/** What is wrong with an extension, and the member without which all else can be checked. */
export interface ExtensionFault {
  readonly problem: Problem;
  readonly without?: Node | undefined;
}

/**
 * Whether `x-error-contract` and every `x-error` hold what their JSON Schemas say, and stand where they mean something.
 * `nodes`: where they are looked for.
 */
export function checkExtensions(nodes: readonly Node[], { document }: Sources): ExtensionFault[] {
  const contract = child(document, "x-error-contract");
  const faults: ExtensionFault[] =
    contract.value === undefined ? mistyped(document).map((problem) => ({ problem })) : faultsOf(contract);
  for (const node of nodes) {
    const error = child(node, "x-error");
    if (error.value === undefined) continue;
    // In another file the place says nothing: its schemas and responses may stand anywhere.
    const placed = isPlaced(node) || node.source !== document.source;
    if (placed) faults.push(...faultsOf(error));
    else faults.push({ problem: problemAtKey(error, errorMisplaced()) });
  }
  return faults;
}

function faultsOf(extension: Node): ExtensionFault[] {
  return faultsIn(extension.key, extension).map((fault) => ({
    problem: fault.problem,
    without: dispensable(extension, fault),
  }));
}

/** One that is almost ours by its name, by what it holds or by its place: without a word it would count as none. */
function mistyped(document: Node): Problem[] {
  return members(document).flatMap(([key, node]) => {
    const below = child(node, "x-error-contract");
    if (below.value !== undefined && !key.startsWith("x-")) return [problemAtKey(below, contractMisplaced())];
    const isMeant = misspeltName(key, ["x-error-contract"]) !== undefined || isContract(node.value);
    return isMeant ? [problemAtKey(node, contractMistyped(key))] : [];
  });
}

/** Whether an extension says envelopes as ours does, and nothing that ours does not. */
function isContract(value: unknown): boolean {
  const { properties } = ownSchema("x-error-contract");
  if (!isObject(value) || !Array.isArray(value.envelopes) || !isObject(properties)) return false;
  return Object.keys(value).every((name) => Object.hasOwn(properties, name));
}

/** Whether a node is a schema of the components, or to a response. */
function isPlaced(node: Node): boolean {
  const pointer = pointerOf(node);
  const isSchema = pointer.length === 3 && pointer[0] === "components" && pointer[1] === "schemas";
  return isSchema || pointer.at(-2) === "responses";
}
