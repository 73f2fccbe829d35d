import { identify, type Reading } from "../../answers/identify.js";
import type { Pasted } from "../../answers/pasted.js";
import type { Contract } from "../../model/contract.js";
import type { Problem } from "../../problem/problem.js";
import { renderTemplate } from "../../render/template.js";
import { errorJson } from "../../view/data/contract-json.js";
import { answerPage } from "../../view/terminal/answer.js";
import { errorPage, type TerminalPage } from "../../view/terminal/code-page.js";
import { operationPage } from "../../view/terminal/operation.js";
import { statusPage } from "../../view/terminal/status.js";
import type { Screen } from "../../view/terminal/text.js";
import type { Explained, ExplainedError } from "./explained.js";
import type { Entry, Lookup } from "./lookup.js";
import {
  answerOfNone,
  answerOfSeveral,
  bodyCompressed,
  codeOfSeveral,
  codeUnlisted,
  statusUnused,
  statusWanted,
} from "./messages.js";
import { type OwnWord, pageOfOwnWord } from "./own-words.js";

/** What is to be printed: an answer, for programs or for people, or why there is none. Either way, what was found. */
export type Outcome = { readonly explained: Explained; readonly exit: number } & (
  | { readonly json: unknown; readonly pages: readonly TerminalPage[] }
  | { readonly message: string }
);

/** How to answer: for which screen, and the options that a command that is suggested needs. */
export interface Asked {
  readonly screen: Screen;
  readonly options: string;
}

/** There is nothing to show, and why. */
export function refused(message: string, exit = 1): Outcome {
  return { explained: explainedBy([]), message, exit };
}

/** What programs read: where there is nothing to show, why, and what may be meant. */
export function jsonText(outcome: Outcome, problems: readonly Problem[]): string {
  if ("json" in outcome) return `${JSON.stringify(outcome.json, null, 2)}\n`;
  const { explained } = outcome;
  const message = outcome.message.replace(/^openapi-errors: /, "").trimEnd();
  return `${JSON.stringify({ problems, message, ...explained }, null, 2)}\n`;
}

/** What people read. */
export function textOf(outcome: Outcome): string {
  if ("message" in outcome) return outcome.message;
  return outcome.pages.map((page) => renderTemplate("terminal/page", page)).join("\n");
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
        explained: explainedBy([found.entry]),
        json: jsonOf(found.entry),
        pages: [errorPage(found.entry.error, found.entry.contract, screen)],
        exit: 0,
      };
    case "several":
      return { explained: explainedBy(found.entries), message: codeOfSeveral(word, found.entries, options), exit: 1 };
    case "unlisted": {
      const explained = { ...explainedBy([]), meant: found.meant.map(jsonOf) };
      return { explained, message: codeUnlisted(word, found.meant, contracts, options), exit: 1 };
    }
    case "operation": {
      const explained = explainedBy(found.entries);
      return { explained, json: explained.errors, pages: [operationPage(word, contracts, screen)], exit: 0 };
    }
    case "status": {
      const explained = explainedBy(found.entries);
      if (found.entries.length === 0) return { explained, message: statusUnused(found.status, contracts), exit: 1 };
      return { explained, json: explained.errors, pages: [statusPage(found.status, contracts, screen)], exit: 0 };
    }
  }
}

/** What a change or a problem is. */
export function outcomeOfOwnWord(own: OwnWord, screen: Screen): Outcome {
  return { explained: explainedBy([]), json: own, pages: [pageOfOwnWord(own, screen)], exit: 0 };
}

/** An answer, and the page of its code or of the closest one. Exit 1 where there is none to read. */
export function outcomeOfAnswer(pasted: Pasted, contracts: readonly Contract[], { screen, options }: Asked): Outcome {
  const readings = identify(pasted, contracts);
  const [reading] = readings;
  if (!reading) return refused(answerOfNone(contracts));
  const { contract, answer, operation } = reading;
  if (isCompressed(answer.body)) return refused(bodyCompressed(options));
  if (pasted.status === undefined && !saysWhich(reading))
    return refused(statusWanted(answer.code === "http_0" ? undefined : answer.code, options));
  if (readings.length > 1) {
    const isKnown = answer.closest !== undefined && answer.deviations.length === 0;
    return refused(isKnown ? answerOfSeveral(readings, options) : answerOfNone(contracts));
  }

  const error = contract.errors.find(({ code }) => code === answer.closest);
  // What is sent no more was sent once: who holds such an answer wants to know what it was.
  const retired = contract.retired.find(({ code }) => code === answer.code);
  const { body: _, headers: __, ...plain } = answer;
  return {
    explained: {
      ...explainedBy(error ? [{ contract, error }] : []),
      meant: retired ? [jsonOf({ contract, error: retired })] : [],
      answer: plain,
    },
    json: { api: contract.id, answer: plain, error: error ? errorJson(error) : null },
    pages: [
      answerPage(answer, { error, contract, operation }, screen),
      ...(retired ? [errorPage(retired, contract, screen)] : []),
      ...(error ? [errorPage(error, contract, screen, { advice: false })] : []),
    ],
    exit: error ? 0 : 1,
  };
}

/** Whether the code alone leads to an error: what `default` is for may be any, where no status is known. */
function saysWhich({ contract, answer }: Reading): boolean {
  const { code, closest } = answer;
  return closest !== undefined && (closest === code || contract.closest.some(({ as }) => as === closest));
}

/** How the bytes that gzip begins with look as text. */
function isCompressed(body: unknown): boolean {
  return typeof body === "string" && /^\u001f[\u008b\ufffd]/.test(body);
}

function explainedBy(entries: readonly Entry[]): Explained {
  return { errors: entries.map(jsonOf), meant: [], answer: undefined };
}

function jsonOf({ error, contract }: Entry): ExplainedError {
  return { api: contract.id, ...errorJson(error) };
}
