import { extname } from "node:path";
import { linesOf, positionIn } from "../read/lines.js";
import type { CatalogueRead, Entry } from "./entry.js";

/** A form of one entry after another, `key` and `text` of a pattern that passes comments by. */
interface LineForm {
  readonly pattern: RegExp;
  readonly plain: (written: string) => string;
}

/** What stands behind a backslash in Java and in Apple's strings. */
export function unescaped(written: string): string {
  return written.replace(/\\(?:\r?\n[ \t]*|[uU]([\da-fA-F]{4})|([\s\S]))/g, (_, code: string, sign: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (sign === undefined) return "";
    return { n: "\n", t: "\t", r: "\r", f: "\f" }[sign] ?? sign;
  });
}

/** By how a file's name ends. */
export const lineForms: ReadonlyMap<string, LineForm> = new Map([
  [
    ".properties",
    {
      pattern:
        /^[ \t\f]*(?:[#!].*|(?<key>(?:\\.|[^\\\s:=#!])(?:\\.|[^\\\s:=])*)(?:[ \t\f]*[:=][ \t\f]*|[ \t\f]+|$)(?<text>(?:\\(?:\r\n|[\s\S])|[^\\\r\n])*))/gm,
      plain: unescaped,
    },
  ],
  [
    ".ftl",
    {
      // A text goes on in the lines that are indented.
      pattern: /^(?:#.*|(?<key>[A-Za-z][\w-]*)[ \t]*=[ \t]*(?<text>.*(?:\r?\n[ \t]+\S.*)*))/gm,
      plain: (written) => written.trim(),
    },
  ],
]);

/** The texts of a catalogue that is read line by line: Java's properties, and Fluent. */
export function entriesOfLines(file: string, text: string): CatalogueRead {
  const { pattern, plain } = lineForms.get(extname(file).toLowerCase())!;
  const lines = linesOf(text);
  const entries = [...text.matchAll(pattern)].flatMap(({ groups = {}, index, 0: whole }): Entry[] => {
    const { key } = groups;
    if (key === undefined) return [];
    const offset = index + whole.search(/\S/);
    return [{ key: plain(key), text: plain(groups.text ?? ""), position: () => positionIn(file, text, lines, offset) }];
  });
  return { entries };
}
