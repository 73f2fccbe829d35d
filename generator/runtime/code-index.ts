import type { DetailsShape, ErrorRule, ParserContract } from "./contract.js";
import { hasWords } from "./text.js";

/** What a contract says by other than the code. */
export interface CodeIndex {
  /** The only error that is listed under a key of a status; undefined where there are several. */
  readonly onlyOf: ReadonlyMap<string, string | undefined>;
  /** The details that status-only errors declare. */
  readonly openShapes: readonly DetailsShape[];
  /** Whether a listed code has words in it, as a text has. */
  readonly hasWords: boolean;
}

const indexes = new WeakMap<ParserContract, CodeIndex>();

/** The index of a contract, made when the first code comes that is not listed. */
export function codeIndex(contract: ParserContract): CodeIndex {
  const index = indexes.get(contract) ?? indexOf(Object.entries(contract.errors));
  indexes.set(contract, index);
  return index;
}

function indexOf(errors: readonly (readonly [code: string, rule: ErrorRule])[]): CodeIndex {
  const onlyOf = new Map<string, string | undefined>();
  for (const [code, { statuses }] of errors)
    for (const key of new Set(statuses)) onlyOf.set(key, onlyOf.has(key) ? undefined : code);
  const statusOnly = errors.filter(([code]) => /^http_\d/.test(code));
  const openShapes = statusOnly.flatMap(([, { details }]) => details ?? []);
  return { onlyOf, openShapes, hasWords: errors.some(([code]) => hasWords(code)) };
}
