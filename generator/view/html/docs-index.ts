import type { Contract } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { pagePath } from "../../model/derived/docs-links.js";
import { pageNames } from "../../model/derived/page-names.js";
import { categoryInWords, categoryName, counted, errorsByGroup, retryInShort, retryName } from "../words.js";
import { richLine } from "./rich-text.js";
import { searchRecords } from "./search-records.js";
import { html, htmlJson, htmlName } from "./text.js";

/** What the page that lists all APIs and all codes shows. */
export function docsIndexView(contracts: readonly Contract[], logged: ReadonlySet<string> = new Set()) {
  const errors = contracts.flatMap((contract) => contract.errors);
  return {
    head: html("API errors"),
    count: html(counted(errors.length, "error")),
    apiCount: html(counted(contracts.length, "API")),
    apis: contracts.map((contract) => apiView(contract, logged.has(contract.id))),
    statuses: optionsOf(errors.flatMap(({ statuses }) => statuses.map((status) => [status, status]))),
    categories: optionsOf(errors.map((error) => [categoryName(error), categoryInWords(error)])),
    retries: optionsOf(errors.map((error) => [retryName(error), retryInShort(error)])),
    records: htmlJson(searchRecords(contracts)),
  };
}

function apiView(contract: Contract, isLogged: boolean) {
  const { id, title, errors, operations } = contract;
  const pages = pageNames(allCodes(contract));
  return {
    id: html(id),
    title: html(title),
    reference: html(`${id}/index.html`),
    matrix: html(`${id}/matrix.html`),
    changes: isLogged ? html(`${id}/changes.html`) : undefined,
    count: html(`${counted(errors.length, "error")}, ${counted(operations.length, "operation")}`),
    groups: errorsByGroup(contract).map((group) => ({
      name: html(group.name),
      errors: group.errors.map((error) => ({
        code: htmlName(error.code),
        title: richLine(error.title),
        status: html(error.statuses.join(", ")),
        category: html(categoryInWords(error)),
        retry: html(retryName(error)),
        retryShort: html(retryInShort(error)),
        link: html(pagePath(id, pages.get(error.code) ?? "")),
      })),
    })),
    retired: contract.retired.map((error) => ({
      code: htmlName(error.code),
      title: richLine(error.title),
      status: html(error.statuses.join(", ")),
      link: html(pagePath(id, pages.get(error.code) ?? "")),
    })),
  };
}

/** What can be chosen in a filter: each value once, sorted. */
function optionsOf(choices: readonly (readonly [value: string, text: string])[]) {
  const unique = [...new Map(choices)].sort(([a], [b]) => (a < b ? -1 : 1));
  return unique.map(([value, text]) => ({ value: html(value), text: html(text) }));
}
