import { createRequire } from "node:module";
import { byTool } from "../../problem/tool.js";
import type { CodeText } from "../code-text.js";
import { printable } from "./text.js";

// Its own types would bring those of a browser into all code here.
interface HighlightJs {
  newInstance(): HighlightJs;
  registerLanguage(name: string, language: unknown): void;
  highlight(code: string, options: { readonly language: string }): { readonly value: string };
}

const require = createRequire(import.meta.url);
const highlighter = (require("highlight.js/lib/core") as HighlightJs).newInstance();
for (const name of ["bash", "http", "json", "python", "typescript"])
  highlighter.registerLanguage(name, require(`highlight.js/lib/languages/${name}`));

const task = {
  tool: "highlight.js",
  makes: "a page",
  fix: "look for an odd example; until it is mended, leave `docs` out of `--emit`",
};

/** Code as HTML whose parts are marked by what they are. */
export function highlighted(language: "bash" | "http" | "json" | "python" | "typescript", code: string): CodeText {
  return { kind: "html", text: byTool(task, () => highlighter.highlight(printable(code), { language }).value) };
}
