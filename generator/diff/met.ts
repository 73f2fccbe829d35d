import { coversStatus } from "../runtime/status.js";
import type { ErrorData, OperationData } from "../view/data/contract-data.js";
import { keptOperations } from "./kept-operations.js";
import type { Side } from "./side.js";

/** What clients of the old contract meet of the new one: its errors, in operations that both have, with the statuses that they have there. */
export function metOf(before: Side, after: Side): Side {
  const kept = new Set(keptOperations(before, after).values());
  if (kept.size === after.data.operations.length) return after;
  const operations = after.data.operations.filter(({ id }) => kept.has(id));
  const errors = after.data.errors.flatMap((error) => {
    if (error.operations.length === 0) return [error];
    const own = operations.filter(({ id }) => error.operations.includes(id));
    return own.length === 0 ? [] : [{ ...error, ...within(own, error) }];
  });
  return { ...after, data: { ...after.data, errors } };
}

function within(own: readonly OperationData[], { code, wire, statuses }: ErrorData) {
  const giving = own.flatMap(({ responses }) => responses).filter(({ codes }) => !wire || codes.includes(code));
  // A status may be told more precisely than the answers are.
  const isGiven = (status: string) =>
    giving.some(({ status: key }) => key === status || coversStatus([key], Number(status)));
  return { operations: own.map(({ id }) => id), statuses: statuses.filter(isGiven) };
}
