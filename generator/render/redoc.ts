import type { Contract } from "../model/contract.js";
import { indexContract } from "../view/contract-index.js";
import { catalogueView, redocDocument, sectionView } from "../view/redoc/document.js";
import { introductionView, operationView } from "../view/redoc/introduction.js";
import { withLocalReferences } from "../view/redoc/references.js";
import { withShortTexts } from "../view/redoc/short-texts.js";
import { withHarmlessTexts } from "../view/redoc/texts.js";
import { withValuesInPlace } from "../view/redoc/values.js";
import { renderTemplate } from "./template.js";

/** The document that Redoc is to show, as JSON. */
export function renderRedocDocument(contract: Contract, document: Readonly<Record<string, unknown>>): string {
  const index = indexContract(contract);
  const texts = {
    introduction: render("introduction", introductionView(index)),
    catalogue: render("catalogue", catalogueView(index)),
    sections: new Map(contract.errors.map((error) => [error.code, render("error", sectionView(error, index))])),
    operations: new Map(
      contract.operations.map((operation) => [operation.id, render("operation", operationView(operation, index))]),
    ),
  };
  return JSON.stringify(
    withShortTexts(redocDocument(withHarmlessTexts(withValuesInPlace(withLocalReferences(document))), contract, texts)),
  );
}

/** Redoc looks for template tags in code as well, where no escape keeps them from being one: a space does. */
function render(name: string, view: object): string {
  return renderTemplate(`redoc/${name}`, view).replaceAll("{%", "{ %");
}
