import { byTool } from "../../problem/tool.js";
import { highlight, type Language } from "../../vendor/highlight.js";
import type { CodeText } from "../code-text.js";
import { printable } from "./text.js";

const task = {
  tool: "highlight.js",
  makes: "a page",
  fix: "look for an odd example; until it is mended, leave `docs` out of `--emit`",
};

/** Code as HTML whose parts are marked by what they are. */
export function highlighted(language: Language, code: string): CodeText {
  return { kind: "html", text: byTool(task, () => highlight(printable(code), language)) };
}
