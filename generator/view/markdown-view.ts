import type { Contract, ContractError, Details, Example } from "../model/contract.js";
import type { CodeText } from "./code-text.js";
import { detailRows } from "./detail-rows.js";
import {
  anchor,
  cell,
  codeBlock,
  codeSpan,
  inlineMarkdown,
  linkTarget,
  markdown,
  markdownAfter,
} from "./markdown-text.js";
import { operationsOf } from "./operations.js";
import { errorsOfSameStatus } from "./statuses.js";
import { categoryInWords, errorsByGroup, retryAdvice, retryInShort, statusesInWords } from "./words.js";

/** What the template of errors.md shows. */
export function markdownView(contract: Contract) {
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
      errors: errors.map((error) => ({ ...errorView(error, contract), others: othersView(error, contract) })),
    })),
  };
}

export function errorView(error: ContractError, contract: Contract) {
  const { code, title, meaning, causes, resolution, details, examples, docs } = error;
  return {
    heading: codeSpan(code),
    anchor: anchor(code),
    code: codeSpan(code),
    title: inlineMarkdown(title),
    titleCell: cell(title),
    meaning: markdownAfter(meaning),
    status: cell(statusesInWords(error)),
    category: cell(categoryInWords(error)),
    retry: cell(retryInShort(error)),
    retryAdvice: inlineMarkdown(retryAdvice(error, contract)),
    retryClass: codeSpan(error.retry),
    deprecated: error.deprecated || error.retired || error.replacedBy !== undefined,
    life: inlineMarkdown(lifeInWords(error)),
    causes: causes.map(inlineMarkdown),
    resolution: resolution === undefined ? undefined : markdownAfter(resolution),
    details: details === undefined ? [] : detailViews(details),
    examples: examples.map((example) => exampleView(example, examples.length)),
    operations: operationsOf(error, contract).map(({ method, path }) => ({ call: codeSpan(`${method} ${path}`) })),
    docs: docs === undefined ? undefined : linkTarget(docs),
  };
}

/** The errors that this one is easily taken for. */
function othersView(error: ContractError, contract: Contract) {
  return errorsOfSameStatus(error, contract).map(({ code }, index) => ({
    code: codeSpan(code),
    anchor: anchor(code),
    isLater: index > 0,
  }));
}

function lifeInWords({ retired, replacedBy }: ContractError): string {
  const state = retired ? "Retired: it is no longer given." : "Deprecated: do not rely on it in new code.";
  return replacedBy === undefined ? state : `${state} Instead: ${codeSpan(replacedBy).text}`;
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
