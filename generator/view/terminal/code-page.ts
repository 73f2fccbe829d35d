import type { Contract, ContractError, Example } from "../../model/contract.js";
import type { CodeText } from "../code-text.js";
import { type IndexedContract, indexContract } from "../contract-index.js";
import { detailRows } from "../detail-rows.js";
import { givenBy } from "../given-by.js";
import { neighboursOf } from "../neighbours.js";
import { bodyText, shownExamples } from "../shown-examples.js";
import { meaningOfStatus } from "../statuses.js";
import {
  categoryInWords,
  lifeInWords,
  meaningBeyondTitle,
  retryAdvice,
  retryInShort,
  statusesInWords,
} from "../words.js";
import { type Screen, type TerminalText, terminalText } from "./text.js";

/** What the template of a page in the terminal shows. */
export interface TerminalPage {
  readonly title: CodeText;
  readonly subtitle: CodeText | undefined;
  readonly facts: readonly CodeText[];
  readonly text: CodeText | undefined;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: CodeText;
  readonly blocks: readonly CodeText[];
}

/** The page of a code. `advice`: whether to say what to do, where that has not been said before the page. */
export function errorPage(
  error: ContractError,
  contract: Contract,
  screen: Screen,
  { advice = true }: { readonly advice?: boolean } = {},
): TerminalPage {
  const text = terminalText(screen);
  const index = indexContract(contract);
  const { causes, resolution, docs } = error;
  const meaning = meaningBeyondTitle(error);
  return {
    title: text.heading(error.title),
    subtitle: text.code(error.code, `(an error of ${contract.title}, ${contract.id})`),
    facts: factsOf(error, contract, advice).map(([label, value]) => text.fact(label, value)),
    text: meaning.trim() === "" ? undefined : text.prose(meaning),
    sections: sections(text, [
      ["Causes", causes.map(text.item)],
      ["What to do", resolution === undefined || !advice ? [] : [text.prose(resolution, 2)]],
      ["Details", error.details === undefined ? [] : detailBlocks(error, text)],
      ...shownExamples(error).map((example): [string, CodeText[]] => [
        exampleHeading(example),
        [exampleBlock(example, contract, text)],
      ]),
      ["Given by", operationBlocks(error, index, text)],
      ["Distinct from", neighbourBlocks(error, index, text)],
      ["Docs", docs === undefined ? [] : [text.link(docs)]],
    ]),
  };
}

/** Those that hold something, under their headings. */
export function sections(text: TerminalText, all: readonly (readonly [string, readonly CodeText[]])[]): Section[] {
  const filled = all.filter(([, blocks]) => blocks.length > 0);
  return filled.map(([heading, blocks]) => ({ heading: text.heading(heading), blocks }));
}

export function retryLine(error: ContractError, contract: Contract): string {
  return `${retryInShort(error)}. ${retryAdvice(error, contract)}`;
}

/** An error in a list. */
export function errorLine(error: ContractError, text: TerminalText): CodeText {
  return text.term(error.code, `${statusesInWords(error)}: ${error.title}`);
}

function factsOf(error: ContractError, contract: Contract, advice: boolean): [string, string][] {
  const { group, since, replacedBy } = error;
  const life = lifeInWords(error);
  const facts: [string, string | undefined][] = [
    ...error.statuses.map((status): [string, string] => {
      const meaning = meaningOfStatus(status, contract);
      return ["Status", meaning === undefined ? status : `${status}: ${meaning}`];
    }),
    ["Category", categoryInWords(error)],
    ["Retry", advice && !error.retired ? retryLine(error, contract) : undefined],
    ["Group", group],
    ["Since", since],
    ["Life", life && `${life.state}. ${life.advice}`],
    ["Instead", replacedBy],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}

function detailBlocks(error: ContractError, text: TerminalText): CodeText[] {
  const rows = error.details === undefined ? [] : detailRows(error.details);
  return rows.flatMap(({ name, type, always, description }) => [
    text.term(name, `${type}, ${always ? "always" : "sometimes"}`),
    ...(description.trim() === "" ? [] : [text.prose(description, 4)]),
  ]);
}

function exampleHeading({ status, summary }: Example): string {
  return `Example: ${status}${summary === undefined ? "" : `, ${summary}`}`;
}

function exampleBlock(example: Example, contract: Contract, text: TerminalText): CodeText {
  const { headers, body } = example;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const shown = body === undefined ? "(no body)" : bodyText(example, contract);
  return text.block([...lines, ...(lines.length > 0 ? [""] : []), shown].join("\n"));
}

function operationBlocks(error: ContractError, index: IndexedContract, text: TerminalText): CodeText[] {
  const { lead = "", listed = [], more } = givenBy(error, index) ?? {};
  return [
    ...(lead === "" ? [] : [text.prose(`${lead}${listed.length > 0 ? ":" : ""}`, 2)]),
    ...listed.map(({ id, method, path }) => {
      const call = `${method} ${path}`;
      return text.term(call, id === call ? "" : id);
    }),
    ...(more === undefined ? [] : [text.prose(`and ${more}`, 2)]),
  ];
}

function neighbourBlocks(error: ContractError, index: IndexedContract, text: TerminalText): CodeText[] {
  const { shown, hasMore } = neighboursOf(error, index);
  const rest = hasMore ? [text.prose("and others with the same status", 2)] : [];
  return [...shown.map((other) => errorLine(other, text)), ...rest];
}
