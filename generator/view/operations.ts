import type { Contract, ContractError, Operation } from "../model/contract.js";

// Asked for once for each error of a contract.
const indexes = new WeakMap<Contract, ReadonlyMap<string, number>>();

/** The operations that give an error, in the contract's order. */
export function operationsOf({ operations }: ContractError, contract: Contract): Operation[] {
  const index = indexes.get(contract) ?? new Map(contract.operations.map(({ id }, rank) => [id, rank]));
  indexes.set(contract, index);
  const ranks = operations.map((id) => index.get(id) ?? -1).sort((a, b) => a - b);
  return ranks.flatMap((rank) => contract.operations[rank] ?? []);
}
