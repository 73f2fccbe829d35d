import type { ContractError, Operation } from "../model/contract.js";
import type { IndexedContract } from "./contract-index.js";
import { operationsOf } from "./operations.js";
import { counted } from "./words.js";

/** Which operations give an error, as a page says it. */
export interface GivenBy {
  /** What is said before the list: nothing where the list is all there is to say. */
  readonly lead: string;
  readonly listed: readonly Operation[];
  /** How many more there are than are listed, in words. */
  readonly more: string | undefined;
}

/** A page is read at a glance, also where a document has thousands of operations. */
const mostListed = 12;
const mostExceptions = 5;
const shortList = 5;
const few = 3;

/** All operations, all but a few, or a list that ends with a count where it would be long; undefined: none that is known. */
export function givenBy(error: ContractError, index: IndexedContract): GivenBy | undefined {
  const all = index.contract.operations;
  const own = operationsOf(error, index);
  if (own.length === 0) return undefined;
  const missing = all.length - own.length;
  // A short list says it too, and leads to each of them.
  const isShort = own.length <= shortList;
  if (isShort || missing > mostExceptions || own.length < missing * few) return listOf(own, all.length);
  if (missing === 0) return { lead: "all operations", listed: [], more: undefined };
  const ids = new Set(error.operations);
  return { lead: "all operations but", listed: all.filter(({ id }) => !ids.has(id)), more: undefined };
}

function listOf(operations: readonly Operation[], all: number): GivenBy {
  // One that is left over takes as much place as a count of it.
  if (operations.length <= mostListed + 1) return { lead: "", listed: operations, more: undefined };
  return {
    lead: `${operations.length} of ${counted(all, "operation")}`,
    listed: operations.slice(0, mostListed),
    more: counted(operations.length - mostListed, "more operation"),
  };
}
