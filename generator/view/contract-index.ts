import type { Contract, ContractError } from "../model/contract.js";
import { allCodes } from "../model/derived/all-codes.js";
import { pageNames } from "../model/derived/page-names.js";
import type { ModuleNames } from "./python/names.js";
import { namePython } from "./python/names.js";

/** A contract with what every page of it looks up, found once. */
export interface IndexedContract {
  readonly contract: Contract;
  /** The file name of each code's page, without its ending. */
  readonly pages: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, ContractError>;
  /** The errors that each status may mean. */
  readonly byStatus: ReadonlyMap<string, readonly ContractError[]>;
  /** The place of each error in the contract's order, by its code. */
  readonly places: ReadonlyMap<string, number>;
  readonly meanings: ReadonlyMap<string, string>;
  /** The place of each operation in the contract's order, by its id. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly python: ModuleNames;
}

export function indexContract(contract: Contract): IndexedContract {
  const { errors, statuses } = contract;
  const byStatus = new Map<string, ContractError[]>();
  for (const error of errors)
    for (const status of error.statuses) if (!byStatus.get(status)?.push(error)) byStatus.set(status, [error]);
  return {
    contract,
    pages: pageNames(allCodes(contract)),
    errors: new Map(errors.map((error) => [error.code, error])),
    byStatus,
    places: new Map(errors.map(({ code }, place) => [code, place])),
    meanings: new Map(statuses.map(({ status, meaning }) => [String(status), meaning])),
    ranks: new Map(contract.operations.map(({ id }, rank) => [id, rank])),
    python: namePython(contract),
  };
}
