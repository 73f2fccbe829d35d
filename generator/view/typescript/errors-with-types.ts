import type { Contract, ContractError } from "../../model/contract.js";

/** The errors whose details errors.ts takes from types.ts. */
export function errorsWithTypes({ errors }: Contract): readonly ContractError[] {
  return errors.filter(({ details }) => details !== undefined && details.types.length > 0);
}
