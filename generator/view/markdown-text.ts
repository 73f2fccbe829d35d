import type { CodeText } from "./code-text.js";
import { contained } from "./markdown-blocks.js";

/** Markdown as text. What a document says in Markdown stays Markdown, but no HTML and no template tag gets through. */

/** A paragraph or more, as the document has it. */
export function markdown(text: string): CodeText {
  return { kind: "markdown", text: contained(inert(text.trim())) };
}

/** Text in one line: a heading, a list item. */
export function inlineMarkdown(text: string): CodeText {
  return { kind: "markdown", text: inert(text.replace(/\s+/g, " ").trim()) };
}

/** Text in a cell of a table. */
export function cell(text: string): CodeText {
  return { kind: "markdown", text: inert(text.replace(/\s+/g, " ").trim()).replaceAll("|", "\\|") };
}

/** Code in a line, in as many backticks as it takes. */
export function codeSpan(text: string): CodeText {
  const flat = text.replace(/\s+/g, " ");
  const fence = "`".repeat(longestRun(flat) + 1);
  const padded = flat.startsWith("`") || flat.endsWith("`") ? ` ${flat} ` : flat;
  return { kind: "markdown", text: `${fence}${padded}${fence}`.replaceAll("|", "\\|") };
}

/** A block of code. */
export function codeBlock(language: string, code: string): CodeText {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return { kind: "markdown", text: `${fence}${language}\n${code}\n${fence}` };
}

/** Where a link leads, between its brackets. */
export function linkTarget(link: string): CodeText {
  const inBrackets = link.replace(/[\s<>()\\[\]|`]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return { kind: "markdown", text: inBrackets };
}

/** The anchor that a heading has on GitHub. */
export function anchor(heading: string): CodeText {
  const slug = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  return { kind: "markdown", text: slug };
}

// A code span in one line; not one whose backtick is escaped, which is none.
const codeSpanOrMarkup = /(?<![`\\])(`+)(?!`)[^`\n]+\1(?!`)|<|\{%/g;

/** No HTML and no template tag. In a code span `<` is text anyway, and an entity would show as it is written. */
function inert(text: string): string {
  return text.replace(codeSpanOrMarkup, (match, fence?: string) =>
    fence ? match.replaceAll("{%", "{ %") : match === "<" ? "&lt;" : "{&#37;",
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
