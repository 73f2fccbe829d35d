import { llmsView } from "../view/markdown/llms.js";
import type { GeneratedFile } from "./generated-file.js";
import type { SharedPart } from "./shared-part.js";
import { renderTemplate } from "./template.js";

/** For language models: llms.txt with a line and a link for each code, and llms-full.txt with all that there is to say. */
export function renderLlms(parts: readonly SharedPart[]): GeneratedFile[] {
  return [
    { path: "docs/llms.txt", text: renderTemplate("markdown/llms", llmsView(parts)) },
    { path: "docs/llms-full.txt", text: parts.map(({ reference }) => reference).join("\n") },
  ];
}
