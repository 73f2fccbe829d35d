import type { Contract } from "../model/contract.js";
import { matrixView } from "../view/html/matrix.js";
import type { GeneratedFile } from "./generated-file.js";
import { pageAssets } from "./page-assets.js";
import { renderTemplate } from "./template.js";

/** The page that says which operation of an API gives which code. */
export function renderMatrixPage(contract: Contract): GeneratedFile {
  const assets = pageAssets(["page.css", "matrix.css", "print.css"], []);
  return {
    path: `docs/${contract.id}/matrix.html`,
    text: renderTemplate("docs/matrix", { ...assets, ...matrixView(contract) }),
  };
}
