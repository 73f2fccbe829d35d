import type { ContractError, Operation } from "../model/contract.js";
import type { IndexedContract } from "./contract-index.js";

/** The operations that give an error, in the contract's order. */
export function operationsOf(
  { operations }: ContractError,
  { contract, ranks }: IndexedContract,
): readonly Operation[] {
  // Where thousands of codes are given by all of hundreds, a look at each pair would take long.
  if (operations.length === contract.operations.length) return contract.operations;
  const own = operations.map((id) => ranks.get(id) ?? -1).sort((a, b) => a - b);
  return own.flatMap((rank) => contract.operations[rank] ?? []);
}
