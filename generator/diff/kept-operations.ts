import type { OperationData } from "../view/data/contract-data.js";
import type { Side } from "./side.js";

/** Operations that both contracts have: the id in the old one, and that in the new one, which may be another. */
export function keptOperations(before: Side, after: Side): ReadonlyMap<string, string> {
  const now = new Set(after.data.operations.map(({ id }) => id));
  const byPlace = new Map(after.data.operations.map((operation) => [placeIn(operation), operation.id]));
  const old = new Set(before.data.operations.map(({ id }) => id));
  return new Map(
    before.data.operations.flatMap((operation) => {
      const { id } = operation;
      if (now.has(id)) return [[id, id] as const];
      const other = byPlace.get(placeIn(operation));
      return other !== undefined && !old.has(other) ? [[id, other] as const] : [];
    }),
  );
}

function placeIn({ method, path }: OperationData): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}
