import type { Contract } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { pagePath } from "../../model/derived/docs-links.js";
import { pageNames } from "../../model/derived/page-names.js";
import { categoryInWords, categoryName, counted, errorsByGroup, retryInShort, retryName } from "../words.js";
import { richLine } from "./rich-text.js";
import { html, htmlName } from "./text.js";

/** What the filters of the page offer: values of errors, with what is shown for each. */
export interface Choices {
  readonly statuses: readonly Choice[];
  readonly categories: readonly Choice[];
  readonly retries: readonly Choice[];
}

type Choice = readonly [value: string, text: string];

/** An API as the page shows it: `section` and `records` are what templates and the search made of it. */
export interface IndexedApi {
  readonly id: string;
  readonly title: string;
  readonly errorCount: number;
  readonly section: string;
  readonly records: string;
  readonly choices: Choices;
}

/** What the page that lists all APIs and all codes shows. */
export function docsIndexView(apis: readonly IndexedApi[]) {
  const errorCount = apis.reduce((sum, api) => sum + api.errorCount, 0);
  return {
    head: html("API errors"),
    count: html(counted(errorCount, "error")),
    apiCount: html(counted(apis.length, "API")),
    apis: apis.map(({ id, title, section }) => ({
      id: html(id),
      title: html(title),
      section: { kind: "html", text: section } as const,
    })),
    statuses: optionsOf(apis.flatMap(({ choices }) => choices.statuses)),
    categories: optionsOf(apis.flatMap(({ choices }) => choices.categories)),
    retries: optionsOf(apis.flatMap(({ choices }) => choices.retries)),
    records: {
      kind: "html",
      text: `[${apis
        .map(({ records }) => records)
        .filter(Boolean)
        .join()}]`,
    } as const,
  };
}

/** What an API adds to the filters, each value once. */
export function choicesOf({ errors }: Contract): Choices {
  const unique = (choices: readonly Choice[]) => [...new Map(choices)];
  return {
    statuses: unique(errors.flatMap(({ statuses }) => statuses.map((status): Choice => [status, status]))),
    categories: unique(errors.map((error) => [categoryName(error), categoryInWords(error)])),
    retries: unique(errors.map((error) => [retryName(error), retryInShort(error)])),
  };
}

/** What the section of an API shows. `isLogged`: whether it has a page of changes. */
export function indexSectionView(contract: Contract, isLogged: boolean) {
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
function optionsOf(choices: readonly Choice[]) {
  const unique = [...new Map(choices)].sort(([a], [b]) => (a < b ? -1 : 1));
  return unique.map(([value, text]) => ({ value: html(value), text: html(text) }));
}
