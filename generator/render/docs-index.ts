import { docsIndexView } from "../view/html/docs-index.js";
import type { GeneratedFile } from "./generated-file.js";
import { pageAssets, searchLibrary } from "./page-assets.js";
import type { SharedPart } from "./shared-part.js";
import { renderTemplate } from "./template.js";

/** The page that finds any code of any API. */
export function renderDocsIndex(parts: readonly SharedPart[]): GeneratedFile {
  const assets = pageAssets(["page.css", "index.css", "print.css"], [searchLibrary, "index.js"]);
  return { path: "docs/index.html", text: renderTemplate("docs/index", { ...assets, ...docsIndexView(parts) }) };
}
