import type { Contract, ContractError } from "../contract.js";

/** All that has a page and a name of its own: the errors, and the codes that are retired behind them. */
export function allCodes({ errors, retired }: Pick<Contract, "errors" | "retired">): readonly ContractError[] {
  return retired.length === 0 ? errors : [...errors, ...retired];
}
