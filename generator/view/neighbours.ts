import type { ContractError } from "../model/contract.js";
import type { IndexedContract } from "./contract-index.js";

/** Where thousands of codes share a status, each would list all the others: nobody reads that, and it takes gigabytes. */
const most = 24;

export interface Neighbours {
  readonly shown: readonly ContractError[];
  /** Whether there are more than those. */
  readonly hasMore: boolean;
}

/** The other errors of the same statuses, that this one is easily taken for. */
export function neighboursOf(error: ContractError, { byStatus }: IndexedContract): Neighbours {
  // This one among them, and one more that says that there are more.
  const near = error.statuses.flatMap((status) => byStatus.get(status)?.slice(0, most + 2) ?? []);
  const others = [...new Set(near)].filter((other) => other !== error);
  return { shown: others.slice(0, most), hasMore: others.length > most };
}
