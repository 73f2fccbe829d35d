import { escapeControls, escapeInLines } from "../../runtime/text.js";
import type { CodeText } from "../code-text.js";
import { hasManyMarks } from "../many-marks.js";
import { beginsAsParagraph, closed, codeLines, contained, withHtml } from "./blocks.js";
import { withHarmlessLinks, withoutDefinition } from "./links.js";
import { shapingTag } from "./shaping-html.js";

/** Markdown as text. What a document says in Markdown stays Markdown, but no HTML and no template tag gets through. */

/** A paragraph or more, as the document has it. */
export function markdown(text: string): CodeText {
  if (hasManyMarks(text)) return codeBlock("", withoutTags(text));
  return { kind: "markdown", text: inertLines(contained(tidy(text)), (line) => inert(line)) };
}

/**
 * What stands in the document for itself, with its headings and with HTML that only shapes text: without template tags,
 * pictures and all else. Where it would swallow what follows, it is text like any other.
 */
export function authored(text: string): string {
  if (hasManyMarks(text)) return codeBlock("", withoutTags(text)).text;
  const whole = closed(tidy(text), withHtml);
  if (whole === undefined) return markdown(text).text;
  return inertLines(whole, (line) => inert(line, amongItsOwn));
}

function tidy(text: string): string {
  return escapeInLines(text.replace(/\r\n?/g, "\n").trim());
}

/** In blocks of code, where an entity would show as it is written, only template tags are broken. */
function inertLines(text: string, line: (text: string) => string): string {
  const code = codeLines(text);
  const lines = text.split("\n");
  return lines.map((own, at) => (code.has(at) ? withoutTags(own) : line(own))).join("\n");
}

/** The same behind words of ours: in their paragraph, or in one of its own where it begins as something else. */
export function markdownAfter(text: string): CodeText {
  const { kind, text: own } = markdown(text);
  if (own === "") return { kind, text: "" };
  return { kind, text: `${beginsAsParagraph(own) ? " " : "\n\n"}${own}` };
}

/** Text in one line: a heading, a list item. */
export function inlineMarkdown(text: string): CodeText {
  if (hasManyMarks(text)) return codeSpan(withoutTags(text));
  return { kind: "markdown", text: withoutBlock(inert(lineOf(text))) };
}

/** A JSON Pointer (RFC 6901); the empty one is that of the whole body. */
export function pointerSpan(pointer: string): CodeText {
  return pointer === "" ? { kind: "markdown", text: "the body itself" } : codeSpan(pointer);
}

/** Text in a cell of a table. */
export function cell(text: string): CodeText {
  if (hasManyMarks(text)) return codeSpan(withoutTags(text));
  return { kind: "markdown", text: inert(lineOf(text)).replaceAll("|", "\\|") };
}

/** Code in a line, in as many backticks as it takes. */
export function codeSpan(text: string): CodeText {
  const flat = escapeControls(text.replace(/\s+/g, " "));
  const fence = "`".repeat(longestRun(flat) + 1);
  const padded = flat.startsWith("`") || flat.endsWith("`") ? ` ${flat} ` : flat;
  return { kind: "markdown", text: `${fence}${padded}${fence}`.replaceAll("|", "\\|") };
}

/** A block of code. */
export function codeBlock(language: string, code: string): CodeText {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return { kind: "markdown", text: `${fence}${language}\n${escapeInLines(code)}\n${fence}` };
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
const codeSpans = /(?<![`\\])(`+)(?!`)[^`\n]+\1(?!`)/g;
/** A tag without other marks in it, or the start of one. */
const markup = /<\/?[A-Za-z][^<>{!]*>|<|\{%|!\[/g;

const harmless: ReadonlyMap<string, string> = new Map([
  ["{%", "{&#37;"],
  // A picture would be asked for as soon as somebody looks.
  ["![", "!\\["],
]);

/** What of a line stays as it is. */
interface Kept {
  /** What a tag becomes; undefined where it is text. */
  readonly tag: (tag: string) => string | undefined;
  /** Whether a line may define what links lead to. */
  readonly definitions: boolean;
}

const amongOurs: Kept = { tag: () => undefined, definitions: false };
const amongItsOwn: Kept = { tag: shapingTag, definitions: true };

/** A line without HTML, template tags, pictures and links that lead to no page. In a code span, all of it is text anyway. */
function inert(line: string, { tag, definitions }: Kept = amongOurs): string {
  const outside = (text: string) =>
    withHarmlessLinks(text).replace(markup, (mark) =>
      mark.startsWith("<") ? (tag(mark) ?? `&lt;${mark.slice(1)}`) : harmless.get(mark)!,
    );
  const begun = withoutDefinition(line, definitions);
  const parts: string[] = [];
  let at = 0;
  for (const { 0: span, index } of begun.matchAll(codeSpans)) {
    parts.push(outside(begun.slice(at, index)), withoutTags(span));
    at = index + span.length;
  }
  return [...parts, outside(begun.slice(at))].join("");
}

/** Code, in which a template tag is one all the same. */
function withoutTags(code: string): string {
  return code.replaceAll("{%", "{ %");
}

function lineOf(text: string): string {
  return escapeControls(text.replace(/\s+/g, " ").trim());
}

/** Text that begins a line and would make it a heading, a list, a quotation or code: with a backslash, it does not. */
function withoutBlock(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|[-+*](?=[\s-]|$)|>|\||=|~~~|```|(?=([*_])(?:\s*\1){2,}$)[*_])/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
