import type { Contract, ContractError, Details, Example } from "../../model/contract.js";
import type { CodeText } from "../code-text.js";
import { type IndexedContract, indexContract } from "../contract-index.js";
import { detailRows } from "../detail-rows.js";
import { neighboursOf } from "../neighbours.js";
import { operationsOf } from "../operations.js";
import {
  categoryInWords,
  errorsByGroup,
  lifeInWords,
  meaningBeyondTitle,
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
  };
}

export function errorView(error: ContractError, index: IndexedContract) {
  const { code, title, causes, resolution, details, examples, docs } = error;
  return {
    heading: codeSpan(code),
    anchor: anchor(code),
    code: codeSpan(code),
    sentence: inlineMarkdown(sentence(title)),
    titleCell: cell(title),
    meaning: markdownAfter(meaningBeyondTitle(error)),
    status: cell(statusesInWords(error)),
    category: cell(categoryInWords(error)),
    retry: cell(retryInShort(error)),
    retryAdvice: inlineMarkdown(retryAdvice(error, index.contract)),
    life: lifeView(error),
    causes: causes.map(inlineMarkdown),
    resolution: resolution === undefined ? undefined : markdownAfter(resolution),
    details: details === undefined ? [] : detailViews(details),
    examples: examples.map((example) => exampleView(example, examples.length)),
    operations: operationsOf(error, index).map(({ method, path }) => ({ call: codeSpan(`${method} ${path}`) })),
    docs: docs === undefined ? undefined : linkTarget(docs),
  };
}

function neighbourViews(error: ContractError, index: IndexedContract) {
  const { shown, hasMore } = neighboursOf(error, index);
  return {
    neighbours: shown.map(({ code }, at) => ({ code: codeSpan(code), anchor: anchor(code), isLater: at > 0 })),
    hasMoreNeighbours: hasMore,
  };
}

function lifeView(error: ContractError): CodeText | undefined {
  const { replacedBy } = error;
  const life = lifeInWords(error);
  const instead = replacedBy === undefined ? "" : ` Instead: ${codeSpan(replacedBy).text}`;
  return life && inlineMarkdown(`${life.state}. ${life.advice}${instead}`);
}

function exampleView({ summary, headers, body }: Example, count: number) {
  // That a body is JSON needs no saying.
  const shown = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
  const lines = shown.map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ")}`);
  return {
    caption: count > 1 && summary !== undefined ? inlineMarkdown(summary) : undefined,
    head: lines.length === 0 ? undefined : codeBlock("http", lines.join("\n")),
    body: body === undefined ? markdown("The answer has no body.") : bodyBlock(body),
  };
}

function bodyBlock(body: unknown): CodeText {
  return codeBlock("json", JSON.stringify(body, null, 2));
}

function detailViews(details: Details) {
  return detailRows(details).map(({ name, type, always, description }) => ({
    name: codeSpan(name),
    type: cell(type),
    presence: cell(always ? "always" : "sometimes"),
    description: cell(description),
  }));
}
