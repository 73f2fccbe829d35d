import type { Contract } from "../model/contract.js";
import { catalogueView, redocDocument, sectionView } from "../view/redoc-view.js";
import { renderTemplate } from "./template.js";

/** The document that Redoc is to show, as JSON. */
export function renderRedocDocument(contract: Contract, document: Readonly<Record<string, unknown>>): string {
  const sections = new Map(
    contract.errors.map((error) => [error.code, renderTemplate("redoc/error", sectionView(error, contract))]),
  );
  const catalogue = renderTemplate("redoc/catalogue", catalogueView(contract));
  return JSON.stringify(redocDocument(document, contract, { catalogue, sections }));
}
