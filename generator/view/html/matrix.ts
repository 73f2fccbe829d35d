import type { Contract, Operation } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { pageNames } from "../../model/derived/page-names.js";
import { onceFor } from "../../read/made-once.js";
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
    operations: isTable
      ? operations.map((operation) => {
          const statuses = statusesByCode(operation);
          const cells = given.map(({ code }) => ({ status: html(statuses.get(code)?.join(", ") ?? "") }));
          return { ...row(operation), cells };
        })
      : [],
    lists: isTable
      ? []
      : alike(operations).map((those) => ({
          operations: those.map(row),
          given: [...statusesByCode(those[0]!).keys()].map((code) => column({ code })),
        })),
    index: html(`../index.html#${new URLSearchParams({ api: id })}`),
  };
}

function row(operation: Operation) {
  return {
    method: html(operation.method),
    path: htmlName(operation.path),
    link: html(`index.html${operationLink(operation)}`),
  };
}

function statusesByCode({ responses }: Operation): ReadonlyMap<string, readonly string[]> {
  const statuses = new Map<string, string[]>();
  for (const { status, errors } of responses)
    for (const code of errors) if (!statuses.get(code)?.push(status)) statuses.set(code, [status]);
  return statuses;
}

/** Operations that give the same codes, together: hundreds may share a list of thousands. */
function alike(operations: readonly Operation[]): (readonly Operation[])[] {
  const byCodes = new Map<string, Operation[]>();
  for (const operation of operations) {
    const codes = operation.responses.map(({ errors }) => printedOnce(errors)).join("\n\n");
    if (!byCodes.get(codes)?.push(operation)) byCodes.set(codes, [operation]);
  }
  return [...byCodes.values()];
}

const printedOnce = onceFor((codes: readonly string[]) => JSON.stringify(codes));
