import type { Contract, ContractError } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { statusOfPhrase } from "../../model/texts/reason-phrases.js";
import { suggest } from "../../problem/suggest.js";
import { errorsOfStatus } from "../../view/statuses.js";
import { operationsNamed } from "../../view/terminal/operation.js";

/** An error, and the contract that lists it. */
export interface Entry {
  readonly contract: Contract;
  readonly error: ContractError;
}

export type Lookup =
  | { readonly kind: "found"; readonly entry: Entry }
  /** Several APIs have the code. */
  | { readonly kind: "several"; readonly entries: readonly Entry[] }
  | { readonly kind: "status"; readonly status: string; readonly entries: readonly Entry[] }
  | { readonly kind: "operation"; readonly operation: string; readonly entries: readonly Entry[] }
  /** What may have been meant: nothing, if nothing is near. */
  | { readonly kind: "unlisted"; readonly meant: readonly Entry[] };

/** A range of statuses as the document has it, and what it has for all others. */
const range = /^(?:[1-5]XX|default)$/i;
/** Also with its name, as a log or a browser shows it: `404 Not Found`, `HTTP/1.1 404`. */
const statusCode = /^(?:HTTP(?:_|\/[\d.]+ | ))?([1-5]\d\d)(?: [a-z' -]+)?$/i;
const statusRange = /^(?:HTTP_)?([1-5])XX$/i;

/** What a word that somebody typed or pasted stands for: a code as it is on the wire, a status or an operation. */
export function lookUp(word: string, contracts: readonly Contract[]): Lookup {
  const entries = contracts.flatMap((contract) => allCodes(contract).map((error) => ({ contract, error })));
  const ofRange = range.test(word) ? `http_${word}`.toLowerCase() : undefined;
  const own = entries.filter(({ error }) => error.code === word);
  const exact = own.length > 0 ? own : entries.filter(({ error }) => error.code.toLowerCase() === ofRange);
  // A range that a document has is an error of its own; else it stands for its statuses.
  const ofAll = exact.length > 0 ? undefined : statusRange.exec(word)?.[1]?.concat("XX");
  const status = statusCode.exec(word)?.[1] ?? ofAll;
  const [entry] = exact;
  // `http_404` names one page only where one API is asked.
  if (entry && exact.length === 1 && (entry.error.wire || contracts.length === 1)) return { kind: "found", entry };
  if (status !== undefined && !exact.some(({ error }) => error.wire)) {
    const covered = contracts.flatMap((contract) =>
      errorsOfStatus(status, contract).map((error) => ({ contract, error })),
    );
    return { kind: "status", status, entries: covered };
  }
  if (exact.length > 1) return { kind: "several", entries: exact };
  if (entry) return { kind: "found", entry };
  const named = new Map(contracts.map((contract) => [contract, operationsNamed(word, contract)]));
  const isGiven = ({ contract, error }: Entry) => error.operations.some((id) => named.get(contract)?.includes(id));
  if ([...named.values()].some((ids) => ids.length > 0))
    return { kind: "operation", operation: word, entries: entries.filter(isGiven) };
  const meant = nearest(word, entries);
  const ofPhrase = meant.length === 0 ? statusOfPhrase(word) : undefined;
  return ofPhrase === undefined ? { kind: "unlisted", meant } : lookUp(ofPhrase, contracts);
}

/** The errors of a code, in each API that has it. */
export function entriesOf(code: string, contracts: readonly Contract[]): Entry[] {
  return contracts.flatMap((contract) =>
    contract.errors.filter((error) => error.code === code).map((error) => ({ contract, error })),
  );
}

/**
 * Those whose code differs in case and punctuation only, as a key of `ErrorCode` does, with `ErrorCode.` before it too; else
 * those with that title; else those that begin with the word; else the nearest by its letters.
 */
function nearest(word: string, entries: readonly Entry[]): Entry[] {
  const letters = lettersOf(word.replace(/^(?:ErrorCode|errors)\./, ""));
  const alike = entries.filter(({ error }) => letters !== "" && lettersOf(error.code) === letters);
  if (alike.length > 0) return alike;
  const titled = entries.filter(({ error }) => letters !== "" && lettersOf(error.title) === letters);
  if (titled.length > 0) return titled;
  const begun = entries.filter(({ error }) => letters !== "" && lettersOf(error.code).startsWith(letters));
  if (begun.length > 0) return begun;
  const byLetters = entries.map(({ error }) => lettersOf(error.code)).filter((text) => text !== "");
  // A code is short: comparing it with a whole page of text would only take time.
  const near = letters.length > 200 ? undefined : suggest(letters, byLetters);
  return entries.filter(({ error }) => near !== undefined && lettersOf(error.code) === near);
}

function lettersOf(code: string): string {
  return code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
