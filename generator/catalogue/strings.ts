import { linesOf, positionIn } from "../read/lines.js";
import type { CatalogueRead, Entry } from "./entry.js";
import { unescaped } from "./lines.js";

/** A comment, a text in quotes, a name or a sign; what is not closed goes on to the end of the file. */
const token = /\/\*(?:[\s\S]*?\*\/|[\s\S]*)|\/\/.*|"((?:\\[\s\S]|[^"\\])*)(?:"|\\?$)|([\w.-]+)|([=;])/g;

/** The texts of Apple's strings: `"key" = "text";`. */
export function entriesOfStrings(file: string, text: string): CatalogueRead {
  const lines = linesOf(text);
  const entries: Entry[] = [];
  let held: { readonly at: number; readonly words: readonly string[] } = { at: 0, words: [] };
  for (const { 1: quoted, 2: name, 3: sign, index } of text.matchAll(token)) {
    const word = quoted === undefined ? name : unescaped(quoted);
    if (word !== undefined)
      held = { at: held.words.length === 0 ? index : held.at, words: [...held.words.slice(0, 2), word] };
    if (sign !== ";") continue;
    const { at, words } = held;
    const [key, value] = words;
    if (words.length === 2 && key !== undefined && value !== undefined)
      entries.push({ key, text: value, position: () => positionIn(file, text, lines, at) });
    held = { at: 0, words: [] };
  }
  return { entries };
}
