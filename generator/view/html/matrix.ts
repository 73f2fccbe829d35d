import type { Contract } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { pageNames } from "../../model/derived/page-names.js";
import { operationLink } from "../redoc/links.js";
import { html, htmlName, htmlWithin } from "./text.js";

/** Above this a table is too large for a browser, and for anybody to read: then the codes are listed instead. */
const mostCells = 60_000;

/** What the page shows that says which operation gives which code. */
export function matrixView(contract: Contract) {
  const { id, title, errors, operations } = contract;
  const pages = pageNames(allCodes(contract));
  const given = errors.filter((error) => error.operations.length > 0);
  const isTable = given.length * operations.length <= mostCells;
  const column = ({ code }: { readonly code: string }) => ({
    code: htmlName(code),
    link: html(`errors/${pages.get(code)}.html`),
  });
  return {
    head: htmlWithin(`Operations and errors · ${title}`, 70),
    title: html(title),
    isTable,
    codes: isTable ? given.map(column) : [],
    operations: operations.map((operation) => {
      const statuses = new Map<string, string[]>();
      for (const { status, errors } of operation.responses)
        for (const code of errors) statuses.set(code, [...(statuses.get(code) ?? []), status]);
      return {
        method: html(operation.method),
        path: htmlName(operation.path),
        link: html(`index.html${operationLink(operation)}`),
        cells: isTable ? given.map(({ code }) => ({ status: html(statuses.get(code)?.join(", ") ?? "") })) : [],
        given: isTable ? [] : [...statuses.keys()].map((code) => column({ code })),
      };
    }),
    index: html(`../index.html#${new URLSearchParams({ api: id })}`),
  };
}
