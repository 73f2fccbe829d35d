import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../package/folder.js";
import { once } from "../read/made-once.js";
import type { CodeText } from "../view/code-text.js";
import { html, htmlJsonText } from "../view/html/text.js";
import type { Rendered } from "./redoc-renderer.js";
import { redoclyFolder } from "./redocly.js";
import { renderTemplate } from "./template.js";

/** What Redoc is told, when it renders and when a browser goes on with that. */
export const redocOptions = { jsonSamplesExpandLevel: 8, skipBundle: true, disableTelemetry: true };

const entry = `hydrate(JSON.parse(document.getElementById("definition").textContent), ${JSON.stringify(redocOptions)}, document.getElementById("redoc"));`;

const logo = "https://cdn.redoc.ly/redoc/logo-mini";
const ownLogo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="52" height="16"><text y="12" font-family="sans-serif" font-size="12">Redocly</text><style>text { fill: #0a54c4 } @media (prefers-color-scheme: dark) { text { fill: #8cb8ff } }</style></svg>',
)}`;

/** What stands in any page. */
const shared = once(() => {
  const style = `\n${readFileSync(new URL("templates/redoc/page.css", packageFolder), "utf8")}`;
  const redoc = readFileSync(join(redoclyFolder, "lib/chunks/redoc.standalone.js"), "utf8");
  const script = `\n${mended(redoc.replace(/<\/(script)/gi, "<\\/$1"))}\n${entry}\n`;
  return { style, styleHash: hashOf(style), script, scriptHash: hashOf(script) };
});

/**
 * A self-contained page, with a policy that runs Redoc's own scripts and no other: they are named by the hashes of texts that
 * are the same for any document (CSP 3, section 8.3). What the document says is a data block, which is never run, and its
 * styles are those that Redoc made, each named by its hash too.
 */
export function redocPage(
  { json, title }: { readonly json: string; readonly title: string },
  { html: body, styles }: Rendered,
): string {
  const { style, styleHash, script, scriptHash } = shared();
  const text = mended(body);
  return renderTemplate("redoc/page", {
    title: html(title),
    policy: safe(policyOf([scriptHash, hashOf(colourScript(text))], [styleHash, ...styleHashes(`${styles}${text}`)])),
    styles: safe(styles),
    style: safe(style),
    html: safe(text),
    definition: htmlJsonText(json),
    script: safe(script),
  });
}

/** What the page would still load, made a part of it, and links that only a click would follow, made real ones. */
function mended(text: string): string {
  return text
    .replaceAll(new RegExp(`${logo.replaceAll(".", "\\.")}(?:-full)?\\.svg`, "g"), ownLogo)
    .replaceAll(/(<a [^<>]*?href=")\/(?=[^"/]*")/g, "$1#/");
}

/** The script that chooses light or dark before the page is shown: the first in what Redoc rendered, and none of the document. */
function colourScript(body: string): string {
  const begin = '<div hidden=""><script>';
  if (!body.startsWith(begin)) throw new Error("Redoc begins its pages in another way now");
  return body.slice(begin.length, body.indexOf("</script>"));
}

function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${listed(scripts)}`,
    `style-src 'unsafe-hashes' ${listed(styles)}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function styleHashes(text: string): string[] {
  const sheets = [...text.matchAll(/<style[^<>]*>([^<]*)<\/style>/g)].map(([, sheet = ""]) => sheet);
  const attributes = [...text.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => decoded(style));
  // styled-components begins with an empty sheet and adds rules to it as objects, which no policy forbids.
  return [...sheets, ...attributes, ""].map(hashOf);
}

function listed(hashes: readonly string[]): string {
  return [...new Set(hashes)].sort().join(" ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
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

/** What Redoc made, or what is ours: texts of a document are escaped in it. */
function safe(text: string): CodeText {
  return { kind: "html", text };
}
