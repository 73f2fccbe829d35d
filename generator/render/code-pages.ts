import type { Contract } from "../model/contract.js";
import { allCodes } from "../model/derived/all-codes.js";
import { pagePath } from "../model/derived/docs-links.js";
import { indexContract } from "../view/contract-index.js";
import { codePageView } from "../view/html/code-page.js";
import type { GeneratedFile } from "./generated-file.js";
import { pageAssets } from "./page-assets.js";
import { renderTemplate } from "./template.js";

/** A page for each code, retired ones among them: old logs and old code still name these. */
export function renderCodePages(contract: Contract): GeneratedFile[] {
  const index = indexContract(contract);
  const assets = pageAssets(["page.css", "code.css", "print.css"], ["code.js"]);
  return allCodes(contract).map((error) => ({
    path: `docs/${pagePath(contract.id, index.pages.get(error.code) ?? "")}`,
    text: renderTemplate("docs/code", { ...assets, ...codePageView(error, index) }),
  }));
}
