import type { CodeText } from "./code-text.js";

/** Text in HTML: between tags or in a quoted attribute. */
export function html(text: string): CodeText {
  const escaped = text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return { kind: "html", text: escaped };
}
