import type { CodeText } from "../code-text.js";
import { dict, lineWidth, list, type PythonCode } from "./code.js";

/** Python as text: nothing that comes from a document can leave the place it is put in. */

// Everything that could end a line, move text around or hide it, and halves of surrogate pairs.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Variation_Selector}]|(?! )\p{Zs}/gu;

const short = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

export function python(text: string): CodeText {
  return { kind: "python", text };
}

/** A string literal on one line, in the quotes that need fewer escapes. */
export function quoted(value: string): string {
  const mark = count(value, '"') > count(value, "'") ? "'" : '"';
  const escaped = value.replaceAll("\\", "\\\\").replaceAll(mark, `\\${mark}`).replace(hidden, escapeCharacter);
  return `${mark}${escaped}${mark}`;
}

/** Any JSON value as a literal. */
export function jsonCode(value: unknown): PythonCode {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return list(value.map(jsonCode));
  if (typeof value === "number") return JSON.stringify(value).replace("e+", "e").replace("null", "None");
  if (typeof value !== "object" || value === null) return "None";
  return dict(Object.entries(value).map(([key, member]) => [quoted(key), jsonCode(member)]));
}

/** A docstring: the paragraphs, wrapped; on one line where they fit. */
export function docstring(paragraphs: readonly string[], indent = 0): CodeText {
  const pad = " ".repeat(indent);
  const texts = paragraphs.map(inDocstring).filter((text) => text !== "");
  const [only = ""] = texts;
  const line = `"""${padded(only)}"""`;
  if (texts.length <= 1 && indent + line.length <= lineWidth) return python(line);
  const lines = texts.flatMap((text, i) => [
    ...(i > 0 ? [""] : []),
    ...wrap(text, lineWidth - indent, i > 0 ? 0 : 3).map((row) => `${pad}${row}`),
  ]);
  const first = lines.join("\n").trimStart();
  return python(`"""${first.startsWith('"') ? " " : ""}${first}\n${pad}"""`);
}

/** A comment in one line, in which nothing acts as a directive: linters and type checkers look for those behind each `#`. */
export function comment(text: string): CodeText {
  return python(
    `# ${text
      .replace(/\s+/g, " ")
      .replace(hidden, "")
      .trim()
      .replace(/#(?![/\d])/g, "")}`,
  );
}

function escapeCharacter(character: string): string {
  const hex = character.codePointAt(0)!.toString(16);
  return short.get(character) ?? (hex.length <= 4 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** One line of text that neither ends the docstring nor acts as a directive in it: linters look for those in any line. */
function inDocstring(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(hidden, "")
    .trim()
    .replaceAll("\\", "\\\\")
    .replace(/"{3,}/g, (quotes) => '\\"'.repeat(quotes.length))
    .replace(/#(?![/\d])/g, "\\x23");
}

/** A quote next to the quotes of the docstring would belong to them. */
function padded(text: string): string {
  return `${text.startsWith('"') ? " " : ""}${text}${text.endsWith('"') ? " " : ""}`;
}

function wrap(text: string, width: number, used: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = width - (lines.length === 0 ? used : 0);
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
