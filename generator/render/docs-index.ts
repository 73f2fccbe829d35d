import type { Contract } from "../model/contract.js";
import { docsIndexView } from "../view/html/docs-index.js";
import { matrixView } from "../view/html/matrix.js";
import type { GeneratedFile } from "./generated-file.js";
import { pageAssets, searchLibrary } from "./page-assets.js";
import { renderTemplate } from "./template.js";

/**
 * The page that finds any code of any API, and for each API the one that says which operation gives which.
 * `logged`: the ids of those that have a page of changes.
 */
export function renderDocsIndex(
  contracts: readonly Contract[],
  logged: ReadonlySet<string> = new Set(),
): GeneratedFile[] {
  const assets = pageAssets(["page.css", "index.css", "print.css"], [searchLibrary, "index.js"]);
  const matrix = pageAssets(["page.css", "matrix.css", "print.css"], []);
  return [
    { path: "docs/index.html", text: renderTemplate("docs/index", { ...assets, ...docsIndexView(contracts, logged) }) },
    ...contracts.map((contract) => ({
      path: `docs/${contract.id}/matrix.html`,
      text: renderTemplate("docs/matrix", { ...matrix, ...matrixView(contract) }),
    })),
  ];
}
