import { codeUnknown, codeWithoutResponse } from "../../problem/contract.js";
import type { Problem } from "../../problem/problem.js";
import { problemAt, problemAtKey } from "../../read/position.js";
import { child, isObject, type Node } from "../../read/source.js";
import type { FoundCode } from "../definitions/codes.js";
import type { OperationNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { usual } from "../evidence/extension-entry.js";
import { entriesAt } from "../evidence/extension-rules.js";

interface Lists {
  /** What the root says of codes that nothing lists. */
  readonly ofRoot: readonly FoundCode[];
  readonly operations: readonly OperationNode[];
  /** The codes that there are. */
  readonly codes: readonly string[];
}

/** Entries of `x-error-codes` that do nothing: no answer has their code, and their place does not make it one. */
export function checkIdleEntries({ ofRoot, operations, codes }: Lists, { extensions }: Settings): Problem[] {
  const known = new Set(codes);
  const places = operations.flatMap(({ node, responses }) => [
    { node, place: "operation" as const },
    ...responses.map((response) => ({ node: response.node, place: "response" as const })),
  ]);
  const byValue = new Map(places.map((one) => [one.node.value, one]));
  const told = [...byValue.values()].flatMap(({ node, place }) => entriesAt(node, place, extensions));
  return [
    // What states a status, and is no error all the same, is told of at the status.
    ...ofRoot.filter(({ holder }) => isOurs(holder) && !statesStatus(holder)),
    ...told.filter(({ code, lists, holder }) => lists && isOurs(holder) && !known.has(code)),
  ].map(({ code, holder }) => idle(code, holder, codes));
}

function idle(code: string, holder: Node, codes: readonly string[]): Problem {
  const status = usual.status.map((name) => child(holder, name)).find(({ value }) => value !== undefined);
  if (status && Number.isInteger(Number(status.value)))
    return problemAt(status, codeWithoutResponse(code, Number(status.value)));
  const finding = codeUnknown(code, codes);
  const { value } = holder;
  const key = isObject(value) ? Object.keys(value).find((name) => String(value[name]) === code) : undefined;
  if (key !== undefined) return problemAt(child(holder, key), finding);
  // An entry of a map is called after its code.
  return String(value) === code ? problemAt(holder, finding) : problemAtKey(holder, finding);
}

function statesStatus(holder: Node): boolean {
  return usual.status.some((name) => child(holder, name).value !== undefined);
}

/** Whether an entry stands in our list, by itself or below a heading: others' lists may tell of more than one API. */
function isOurs({ parent }: Node): boolean {
  return [parent?.key, parent?.parent?.key].includes("x-error-codes");
}
