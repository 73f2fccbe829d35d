import type { Contract } from "../model/contract.js";
import { llmsView, seenFromDocs } from "../view/markdown/llms.js";
import { markdownView } from "../view/markdown/reference.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

/** For language models: llms.txt with a line and a link for each code, and llms-full.txt with all that there is to say. */
export function renderLlms(contracts: readonly Contract[]): GeneratedFile[] {
  const references = contracts.map((contract) =>
    renderTemplate("markdown/reference", markdownView(seenFromDocs(contract))),
  );
  return [
    { path: "docs/llms.txt", text: renderTemplate("markdown/llms", llmsView(contracts)) },
    { path: "docs/llms-full.txt", text: references.join("\n") },
  ];
}
