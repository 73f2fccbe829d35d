import type { Contract } from "../model/contract.js";
import { markdownView } from "../view/markdown/reference.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

export function renderMarkdown(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/errors.md`, text: renderTemplate("markdown/errors", markdownView(contract)) };
}
