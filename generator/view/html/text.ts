import { escapeControls } from "../../runtime/text.js";
import type { CodeText } from "../code-text.js";
import { escapeHidden } from "../hidden.js";

// What has no place in HTML (HTML, 13.1): controls but for tab and line feed, halves of surrogate pairs, no characters.
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
// Marks that would move the text beside them around, or hide in it.
const moving = /[\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Text in HTML: between tags or in a quoted attribute. */
export function html(text: string): CodeText {
  return { kind: "html", text: escaped(text) };
}

/** A name that may break where its words meet, before anywhere else. */
export function htmlName(name: string): CodeText {
  return {
    kind: "html",
    text: escaped(name).replace(/(?<=[\w\]])(?:[_./-]+|(?=[A-Z](?<=[a-z][A-Z])))(?=\w)/g, "$&<wbr>"),
  };
}

/** A value as JSON in a script of HTML, where nothing can end that script. */
export function htmlJson(value: unknown): CodeText {
  return htmlJsonText(JSON.stringify(value));
}

/** The same of JSON that was written before. */
export function htmlJsonText(json: string): CodeText {
  return { kind: "html", text: escapeHidden(json).replaceAll("<", "\\u003c") };
}

/** As much of a text as fits into so many characters of HTML, in one line. */
export function htmlWithin(text: string, length: number): CodeText {
  const all = [...text.replace(/\s+/g, " ")].map(escaped);
  let fitting = "";
  for (const character of all) {
    if (fitting.length + character.length >= length) return { kind: "html", text: `${fitting}…` };
    fitting += character;
  }
  return { kind: "html", text: fitting };
}

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text whose every character may stand in HTML. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unprintable, "\ufffd").replace(moving, escapeControls);
}
