import { operationDuplicate } from "../../problem/contract.js";
import type { Problem } from "../../problem/problem.js";
import { problemAt } from "../../read/position.js";
import { child, textAt } from "../../read/source.js";
import { type OperationNode, placeOf } from "../document/operations.js";

/** Operations that are not called by their `operationId`, since another one is. */
export function checkOperationIds(operations: readonly OperationNode[]): Problem[] {
  const byName = new Map(operations.flatMap((one) => [[placeOf(one), one] as const]));
  for (const operation of operations) byName.set(operation.id, operation);
  return operations.flatMap((operation) => {
    const stated = textAt(operation.node, "operationId") || operation.id;
    const other = byName.get(stated);
    if (stated === operation.id || !other) return [];
    const finding = operationDuplicate(stated, placeOf(other), operation.id);
    return [problemAt(child(operation.node, "operationId"), finding)];
  });
}
