import { createHash, type Hash } from "node:crypto";

/** Where the policy goes: in the template before anything that a document says. */
const place = `content="default-src 'none'"`;

/** styled-components begins with an empty sheet and adds rules to it as objects, which no policy forbids. */
const sheetToFill = "";

const entry = `hydrate(JSON.parse(document.getElementById("definition").textContent), OPTIONS, document.getElementById("redoc"));`;

/** The script of Redoc: as Redocly CLI writes it into a page, and as it is to stand there. */
export interface RedocScript {
  readonly written: string;
  readonly mended: string;
  /** Of what comes before the entry: it is long, and the same in every page. */
  readonly begunHash: Hash;
}

export function redocScript(written: string, mend: (text: string) => string): RedocScript {
  const mended = mend(written);
  return { written, mended, begunHash: createHash("sha256").update(`\n${mended}\n`) };
}

/**
 * A page of `redocly build-docs --inlineBundle`, mended, with a policy that runs Redoc's own scripts and no other: they are
 * named by the hashes of texts that are the same for any document (CSP 3, section 8.3). What the document says moves to a
 * data block, which is never run, and its styles are those that Redoc made, each named by its hash too.
 */
export function withPolicy(page: string, script: RedocScript, mend: (text: string) => string): string {
  const [before, after = ""] = split(page, `<script type="module">\n      ${script.written}`);
  return withData(mend(before), mend(after), script);
}

function withData(before: string, after: string, script: RedocScript): string {
  const given =
    /^\s*const __redoc_definition = (.*);\n\s*const __redoc_options = (.*);\n\s*hydrate\(.*\);\s*<\/script>/;
  const [whole, definition, options] = given.exec(after) ?? [];
  if (whole === undefined) throw new Error("Redocly CLI writes its pages in another way now");
  const end = `${entry.replace("OPTIONS", () => options!)}\n`;
  const policy = policyOf(before, [named(script.begunHash.copy().update(end)), hashOf(colourScript(before))]);
  const data = `<script type="application/json" id="definition">${definition}</script>`;
  const rest = after.slice(whole.length);
  const head = before.replace(place, () => `content="${policy}"`);
  return `${head}${data}\n      <script type="module">\n${script.mended}\n${end}</script>${rest}`;
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
    `script-src ${listed(scripts)}`,
    `style-src 'unsafe-hashes' ${listed([...sheets, ...attributes, sheetToFill].map(hashOf))}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function listed(hashes: readonly string[]): string {
  return [...new Set(hashes)].sort().join(" ");
}

function hashOf(text: string): string {
  return named(createHash("sha256").update(text));
}

function named(hash: Hash): string {
  return `'sha256-${hash.digest("base64")}'`;
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
