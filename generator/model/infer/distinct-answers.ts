import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { branchesOf } from "../document/alternatives.js";
import type { OperationNode, ResponseNode } from "../document/operations.js";
import { likenessOf, type PlacesFor } from "./known-places.js";

/** A response under one status, however many operations give it. */
export interface Answer {
  readonly response: ResponseNode;
  /** How many operations give it. */
  readonly weight: number;
  /** Whether a body is no error in particular: the one answer of its operation, or what that answers on success too. */
  readonly isAnyAnswer: (likeness: string) => boolean;
}

/** Each response once for each status that it stands under. */
export function distinctAnswers(
  responses: readonly { readonly operation: OperationNode; readonly response: ResponseNode }[],
  placesFor: PlacesFor,
  follow: Sources["follow"],
): Answer[] {
  const ids = new Map<unknown, number>();
  const groups = new Map<string, { readonly response: ResponseNode; readonly operations: OperationNode[] }>();
  for (const { operation, response } of responses) {
    const { value } = response.node;
    ids.set(value, ids.get(value) ?? ids.size);
    const key = `${response.key} ${ids.get(value)}`;
    const known = groups.get(key);
    if (known) known.operations.push(operation);
    else groups.set(key, { response, operations: [operation] });
  }
  const successes = onceFor((operation: OperationNode) => new Set(successesOf(operation, placesFor, follow)));
  return [...groups.values()].map(({ response, operations }) => {
    // Of each of its operations: a copy of it in one of them would be no error in particular there only.
    const isAnyAnswer = (likeness: string) =>
      operations.every(
        (operation) =>
          (response.key === "default" && operation.responses.length === 1) || successes(operation).has(likeness),
      );
    return { response, weight: operations.length, isAnyAnswer };
  });
}

function successesOf({ responses }: OperationNode, placesFor: PlacesFor, follow: Sources["follow"]): string[] {
  return responses
    .filter(({ key }) => key.startsWith("2"))
    .flatMap(({ media }) => media.flatMap(({ schema }) => branchesOf(schema, follow)))
    .map((schema) => likenessOf(placesFor(schema)));
}
