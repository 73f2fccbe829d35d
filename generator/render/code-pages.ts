import type { Contract } from "../model/contract.js";
import { allCodes } from "../model/derived/all-codes.js";
import { pagePath } from "../model/derived/docs-links.js";
import { indexContract } from "../view/contract-index.js";
import { codePageView } from "../view/html/code-page.js";
import { made } from "../view/html/later.js";
import { hashOf } from "./build-record.js";
import type { EmittedFile } from "./generated-file.js";
import { pageAssets } from "./page-assets.js";
import { renderTemplate } from "./template.js";

/**
 * A page for each code, retired ones among them: old logs and old code still name these. `pageAsMade`: one that stands where
 * it would be written, by what it shows.
 */
export function renderCodePages(
  contract: Contract,
  pageAsMade: (path: string, shown: string) => EmittedFile | undefined = () => undefined,
): EmittedFile[] {
  const index = indexContract(contract);
  const assets = pageAssets(["page.css", "code.css", "print.css"], ["code.js"]);
  return allCodes(contract).map((error) => {
    const path = `docs/${pagePath(contract.id, index.pages.get(error.code) ?? "")}`;
    const view = codePageView(error, index);
    const shown = hashOf(JSON.stringify(view));
    const print = () => renderTemplate("docs/code", { ...assets, ...(made(view) as object) });
    return pageAsMade(path, shown) ?? { path, by: "docs", shown, text: print() };
  });
}
