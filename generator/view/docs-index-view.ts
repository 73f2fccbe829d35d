import type { Contract } from "../model/contract.js";
import { html } from "./html-text.js";
import { sectionLink } from "./redoc-view.js";

/** What the page that lists all APIs shows. */
export function docsIndexView(contracts: readonly Contract[]) {
  return {
    apis: contracts.map((contract) => ({
      title: html(contract.title),
      link: html(`${contract.id}/index.html`),
      count: html(String(contract.errors.length)),
      operations: html(String(contract.operations.length)),
      codes: contract.errors.map((error) => ({
        code: html(error.code),
        link: html(`${contract.id}/index.html${sectionLink(error)}`),
      })),
    })),
  };
}
