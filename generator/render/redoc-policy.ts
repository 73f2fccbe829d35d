import { createHash } from "node:crypto";

/** Where the policy goes: in the template before anything that a document says. */
const place = `content="default-src 'none'"`;

/** styled-components begins with an empty sheet and adds rules to it as objects, which no policy forbids. */
const sheetToFill = "";

const entry = `hydrate(JSON.parse(document.getElementById("definition").textContent), OPTIONS, document.getElementById("redoc"));`;

/**
 * A page of `redocly build-docs --inlineBundle` with a policy that runs Redoc's own scripts and no other: they are named
 * by the hashes of texts that are the same for any document (CSP 3, section 8.3). What the document says moves to a data
 * block, which is never run, and its styles are those that Redoc made, each named by its hash too. `bundle` is the script
 * of Redoc as it stands in the page.
 */
export function withPolicy(page: string, bundle: string): string {
  const [before = "", after] = split(page, `<script type="module">\n      ${bundle}`);
  const given =
    /^\s*const __redoc_definition = (.*);\n\s*const __redoc_options = (.*);\n\s*hydrate\(.*\);\s*<\/script>/;
  const [whole, definition, options] = given.exec(after ?? "") ?? [];
  if (after === undefined || whole === undefined) throw new Error("Redocly CLI writes its pages in another way now");
  const script = `\n${bundle}\n${entry.replace("OPTIONS", () => options!)}\n`;
  const data = `<script type="application/json" id="definition">${definition}</script>`;
  const rest = after.slice(whole.length);
  const made = `${before}${data}\n      <script type="module">${script}</script>${rest}`;
  return made.replace(place, () => `content="${policyOf(before, [script, colourScript(before)])}"`);
}

/** The script that chooses light or dark before the page is shown: the first in what Redoc rendered, and none of the document. */
function colourScript(before: string): string {
  const [, inside = ""] = split(before, '<div id="redoc"><div hidden=""><script>');
  return split(inside, "</script>")[0];
}

function policyOf(before: string, scripts: readonly string[]): string {
  const sheets = [...before.matchAll(/<style[^<>]*>([^<]*)<\/style>/g)].map(([, sheet = ""]) => sheet);
  const attributes = [...before.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => decoded(style));
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src 'unsafe-hashes' ${hashes([...sheets, ...attributes, sheetToFill])}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashes(texts: readonly string[]): string {
  const all = texts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [...new Set(all)].sort().join(" ");
}

/** An attribute as the page has it, as React escapes it. */
function decoded(attribute: string): string {
  const marks: Readonly<Record<string, string>> = {
    "&quot;": '"',
    "&#x27;": "'",
    "&lt;": "<",
    "&gt;": ">",
    "&amp;": "&",
  };
  return attribute.replace(/&(?:quot|#x27|lt|gt|amp);/g, (mark) => marks[mark]!);
}

function split(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
