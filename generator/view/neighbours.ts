import type { ContractError } from "../model/contract.js";
import { onceFor } from "../read/made-once.js";
import type { IndexedContract } from "./contract-index.js";
import { wordsOf } from "./names.js";

/** More are not told apart, and thousands of codes can share a status. */
const most = 3;
/** How far around an error in the contract's order its likes are looked for, where it has many. */
const reach = 60;

export interface Neighbours {
  readonly shown: readonly ContractError[];
  /** Whether there are more than those. */
  readonly hasMore: boolean;
}

/** The other errors of the same statuses that this one is taken for most easily: those whose codes are most alike first. */
export function neighboursOf(error: ContractError, { contract, byStatus, places }: IndexedContract): Neighbours {
  // Nobody has to tell it from others any more.
  if (error.retired) return { shown: [], hasMore: false };
  const first = error.statuses.flatMap((status) => byStatus.get(status)?.slice(0, most + 2) ?? []);
  const place = places.get(error.code) ?? 0;
  const around = contract.errors.slice(Math.max(0, place - reach), place + reach);
  const near = around.filter(({ statuses }) => statuses.some((status) => error.statuses.includes(status)));
  const others = [...new Set([...near, ...first])].filter((other) => other !== error);
  const own = wordsIn(error);
  const alike = new Map(others.map((other) => [other, likeness(own, other)]));
  const nearest = others.sort((a, b) => alike.get(b)! - alike.get(a)! || places.get(a.code)! - places.get(b.code)!);
  return { shown: nearest.slice(0, most), hasMore: others.length > most };
}

/** How many of the words of two codes are the same. */
function likeness(own: ReadonlySet<string>, error: ContractError): number {
  const words = wordsIn(error);
  const shared = [...words].filter((word) => own.has(word)).length;
  return shared / (own.size + words.size - shared || 1);
}

const wordsIn = onceFor(({ code }: ContractError): ReadonlySet<string> => new Set(wordsOf(code.toLowerCase())));
