import type { Contract } from "../model/contract.js";
import { docsIndexView } from "../view/html/docs-index.js";
import type { GeneratedFile } from "./generated-file.js";
import { pageAssets, searchLibrary } from "./page-assets.js";
import { renderTemplate } from "./template.js";

/** The page that finds any code of any API. `logged`: the ids of those that have a page of changes. */
export function renderDocsIndex(
  contracts: readonly Contract[],
  logged: ReadonlySet<string> = new Set(),
): GeneratedFile {
  const assets = pageAssets(["page.css", "index.css", "print.css"], [searchLibrary, "index.js"]);
  return {
    path: "docs/index.html",
    text: renderTemplate("docs/index", { ...assets, ...docsIndexView(contracts, logged) }),
  };
}
