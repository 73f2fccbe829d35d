import type { Contract, ContractError, Details, Example } from "../../model/contract.js";
import type { CodeText } from "../code-text.js";
import { type IndexedContract, indexContract } from "../contract-index.js";
import { detailRows } from "../detail-rows.js";
import { givenBy } from "../given-by.js";
import { neighboursOf } from "../neighbours.js";
import { operationLink } from "../redoc/links.js";
import { bodyText, shownExamples } from "../shown-examples.js";
import {
  categoryInWords,
  errorsByGroup,
  lifeInWords,
  meaningBeyondTitle,
  meaningInShort,
  retryAdvice,
  retryInShort,
  sentence,
  statusesInWords,
} from "../words.js";
import { anchor, cell, codeBlock, codeSpan, inlineMarkdown, linkTarget, markdown, markdownAfter } from "./text.js";

/** What the template of errors.md shows. */
export function markdownView(contract: Contract) {
  const index = indexContract(contract);
  return {
    title: inlineMarkdown(contract.title),
    count: inlineMarkdown(String(contract.errors.length)),
    statuses: contract.statuses.map(({ status, meaning }) => ({
      status: codeSpan(String(status)),
      meaning: cell(meaning),
    })),
    groups: errorsByGroup(contract).map(({ name, description, errors }) => ({
      name: inlineMarkdown(name),
      description: description === undefined ? undefined : markdown(description),
      errors: errors.map((error) => ({ ...errorView(error, index), ...neighbourViews(error, index) })),
    })),
    retired: retiredViews(contract),
  };
}

/** What the template of a page for one code shows: links would lead nowhere in it. */
export function codeMarkdownView(error: ContractError, contract: Contract) {
  const view = errorView(error, indexContract(contract));
  return { ...view, title: inlineMarkdown(contract.title), neighbours: [], hasMoreNeighbours: false };
}

function errorView(error: ContractError, index: IndexedContract) {
  const { code, details, docs } = error;
  const examples = shownExamples(error);
  return {
    ...errorRow(error),
    ...errorText(error, index),
    heading: codeSpan(code),
    anchor: anchor(code),
    details: details === undefined ? [] : detailViews(details),
    examples: examples.map((example, at) =>
      exampleView(example, examples[at - 1], examples.length > 1, error, index.contract),
    ),
    docs: docs === undefined ? undefined : linkTarget(docs),
  };
}

/** An error in a table. */
export function errorRow(error: ContractError) {
  return {
    code: codeSpan(error.code),
    titleCell: cell(meaningInShort(error)),
    status: cell(statusesInWords(error) || "any"),
    retry: cell(retryInShort(error)),
  };
}

/** What is said of an error in words. */
export function errorText(error: ContractError, index: IndexedContract) {
  const { title, causes, resolution } = error;
  return {
    sentence: inlineMarkdown(sentence(title)),
    meaning: markdownAfter(meaningBeyondTitle(error)),
    category: cell(categoryInWords(error)),
    retryAdvice: inlineMarkdown(retryAdvice(error, index.contract)),
    life: lifeView(error),
    since: error.since === undefined ? undefined : inlineMarkdown(error.since),
    causes: causes.map(inlineMarkdown),
    resolution: resolution === undefined ? undefined : markdownAfter(resolution),
    givenBy: givenByView(error, index),
  };
}

/** What is listed of codes that are sent no more. */
export function retiredViews({ retired }: Contract) {
  return retired.map((error) => ({
    code: codeSpan(error.code),
    status: cell(statusesInWords(error) || "any"),
    titleCell: cell(meaningInShort(error)),
    since: cell(error.since ?? ""),
    instead: error.replacedBy === undefined ? cell("") : codeSpan(error.replacedBy),
  }));
}

function neighbourViews(error: ContractError, index: IndexedContract) {
  const { shown, hasMore } = neighboursOf(error, index);
  return {
    neighbours: shown.map(({ code }, at) => ({ code: codeSpan(code), anchor: anchor(code), isLater: at > 0 })),
    hasMoreNeighbours: hasMore,
  };
}

function givenByView(error: ContractError, index: IndexedContract) {
  const given = givenBy(error, index);
  if (given === undefined) return undefined;
  return {
    lead: given.lead === "" ? undefined : inlineMarkdown(given.lead),
    isList: given.listed.length > 0,
    operations: given.listed.map((operation) => ({
      call: codeSpan(`${operation.method} ${operation.path}`),
      link: linkTarget(operationLink(operation)),
    })),
    more: given.more === undefined ? undefined : inlineMarkdown(`and ${given.more}`),
  };
}

export function lifeView(error: ContractError): CodeText | undefined {
  const { replacedBy } = error;
  const life = lifeInWords(error);
  const instead = replacedBy === undefined ? "" : ` Instead: ${codeSpan(replacedBy).text}`;
  return life && inlineMarkdown(`${life.state}. ${life.advice}${instead}`);
}

function exampleView(
  example: Example,
  before: Example | undefined,
  isOneOfMany: boolean,
  { empty }: ContractError,
  contract: Contract,
) {
  const { summary, body } = example;
  const head = headLines(example);
  return {
    caption: isOneOfMany && summary !== undefined ? inlineMarkdown(summary) : undefined,
    // The same headers at each example are said once.
    head: head === "" || (before && headLines(before) === head) ? undefined : codeBlock("http", head),
    body: body === undefined ? noBody(empty) : codeBlock("json", bodyText(example, contract)),
  };
}

function noBody(empty: ContractError["empty"]): CodeText {
  return markdown(empty === "sometimes" ? "Some answers have no body." : "The answer has no body.");
}

/** That a body is JSON needs no saying. */
function headLines({ headers }: Example): string {
  const shown = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
  return shown.map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ")}`).join("\n");
}

function detailViews(details: Details) {
  return detailRows(details).map(({ name, type, always, description }) => ({
    name: codeSpan(name),
    type: cell(type),
    presence: cell(always ? "always" : "sometimes"),
    description: cell(description),
  }));
}
