import type { CodeText } from "../code-text.js";

// What has no place in HTML: controls but for tab and line feed, and halves of surrogate pairs.
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/gu;

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
  return { kind: "html", text: JSON.stringify(value).replaceAll("<", "\\u003c") };
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
  return text.replaceAll("\r\n", "\n").replace(unprintable, "\ufffd");
}
