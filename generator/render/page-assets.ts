import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { packageFolder, required } from "../package/folder.js";
import type { CodeText } from "../view/code-text.js";

const folder = new URL("templates/docs/", packageFolder);

/** What a page brings with it, and the policy that allows exactly that. */
export interface PageAssets {
  readonly style: CodeText;
  readonly script: CodeText;
  readonly policy: CodeText;
}

/** The styles and scripts of a kind of page, by their file names in templates/docs, as they are. */
export function pageAssets(styles: readonly string[], scripts: readonly string[]): PageAssets {
  const style = joined(styles).replace(/^\s+/gm, "");
  const script = joined(scripts);
  return { style: inline(style, "style"), script: inline(script, "script"), policy: policyOf(style, script) };
}

/** The search of the index: MiniSearch as its package has it, without the link to its source map. */
export const searchLibrary = required.resolve("minisearch").replace(/dist\/cjs\/index\.cjs$/, "dist/umd/index.js");

function joined(names: readonly string[]): string {
  const texts = names.map((name) => readFileSync(name.includes("/") ? name : new URL(name, folder), "utf8"));
  return `\n${texts.join("").replace(/^\/\/# sourceMappingURL=.*$/gm, "")}`;
}

function inline(text: string, element: string): CodeText {
  if (text.toLowerCase().includes(`</${element}`)) throw new Error(`a ${element} that would end itself`);
  return { kind: "html", text };
}

/** Content Security Policy: nothing at all, but this style and this script (CSP 3, section 8.4). */
function policyOf(style: string, script: string): CodeText {
  const text = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    script === "\n" ? "" : `script-src '${hashOf(script)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return { kind: "html", text: text.filter(Boolean).join("; ") };
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
