import type { Contract } from "../../model/contract.js";
import { errorJson } from "../../view/data/contract-json.js";
import { answerPage } from "../../view/terminal/answer.js";
import { errorPage, type TerminalPage } from "../../view/terminal/code-page.js";
import { statusPage } from "../../view/terminal/status.js";
import type { Screen } from "../../view/terminal/text.js";
import { identify } from "./identify.js";
import type { Entry, Lookup } from "./lookup.js";
import { answerOfNone, answerOfSeveral, codeOfSeveral, codeUnlisted, statusUnused, statusWanted } from "./messages.js";
import type { Pasted } from "./pasted.js";

/** What is to be printed: an answer, for programs or for people, or why there is none. */
export type Outcome =
  | { readonly json: unknown; readonly pages: readonly TerminalPage[]; readonly exit: number }
  | { readonly message: string; readonly exit: number };

/** How to answer: for which screen, and the options that a command that is suggested needs. */
export interface Asked {
  readonly screen: Screen;
  readonly options: string;
}

export function outcomeOfLookup(
  word: string,
  found: Lookup,
  contracts: readonly Contract[],
  { screen, options }: Asked,
): Outcome {
  switch (found.kind) {
    case "found":
      return {
        json: jsonOf(found.entry),
        pages: [errorPage(found.entry.error, found.entry.contract, screen)],
        exit: 0,
      };
    case "several":
      return { message: codeOfSeveral(word, found.entries, options), exit: 1 };
    case "unlisted":
      return { message: codeUnlisted(word, found.meant, contracts, options), exit: 1 };
    case "status":
      if (found.entries.length === 0) return { message: statusUnused(found.status, contracts), exit: 1 };
      return { json: found.entries.map(jsonOf), pages: [statusPage(found.status, contracts, screen)], exit: 0 };
  }
}

/** An answer, and the page of its code or of the closest one. Exit 1 where there is none to read. */
export function outcomeOfAnswer(pasted: Pasted, contracts: readonly Contract[], { screen, options }: Asked): Outcome {
  const readings = identify(pasted, contracts);
  const [reading] = readings;
  if (!reading) return { message: answerOfNone(contracts), exit: 1 };
  const { contract, answer } = reading;
  if (answer.closest === undefined && pasted.status === undefined) return { message: statusWanted(), exit: 1 };
  if (readings.length > 1) {
    const isKnown = answer.closest !== undefined && answer.deviations.length === 0;
    return { message: isKnown ? answerOfSeveral(readings, options) : answerOfNone(contracts), exit: 1 };
  }

  const error = contract.errors.find(({ code }) => code === answer.closest);
  const { body: _, headers: __, ...plain } = answer;
  return {
    json: { api: contract.id, answer: plain, error: error ? errorJson(error) : null },
    pages: [
      answerPage(answer, { error, contract }, screen),
      ...(error ? [errorPage(error, contract, screen, { advice: false })] : []),
    ],
    exit: error ? 0 : 1,
  };
}

function jsonOf({ error, contract }: Entry) {
  return { api: contract.id, ...errorJson(error) };
}
