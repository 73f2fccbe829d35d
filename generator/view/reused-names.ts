import type { Contract, ContractError } from "../model/contract.js";
import { nameCodes } from "./names.js";

/** A code that generated code would call as it called a retired one: where both are spelt so, no other name is left. */
export interface ReusedName {
  readonly error: ContractError;
  readonly name: string;
  readonly retired: ContractError;
}

export function reusedNames({ id, errors, retired }: Contract): ReusedName[] {
  if (retired.length === 0) return [];
  const names = nameCodes({ id, errors, retired });
  const before = nameCodes({ id, errors: [], retired });
  const owners = new Map(
    retired.flatMap((error) => {
      const { key, method } = before.get(error.code)!;
      return [
        [key, error],
        [method, error],
      ] as const;
    }),
  );
  return errors.flatMap((error) => {
    const { key, method } = names.get(error.code)!;
    const name = [key, method].find((each) => owners.has(each));
    return name === undefined ? [] : [{ error, name, retired: owners.get(name)! }];
  });
}
