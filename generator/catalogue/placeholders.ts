/**
 * The names that a text is to be filled with, whichever way it marks them: `{limit}`, `{limit, number}`, `{{limit}}`,
 * `%{limit}`, `%(limit)s`, `${limit}`, `{ $limit }`. Numbers, and a name of a function or of another text, are none.
 */
export function placeholdersIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, name] of text.matchAll(/%\(([A-Za-z_][\w.]*)\)[a-z]/g)) if (name) found.add(name);
  inBraces(text, 0, found);
  return [...found];
}

const opening = /^\{\s*\$?([A-Za-z_][\w.]*)\s*(?:\}|[,|])/;

/** Reads to the brace that closes, as choices of ICU messages hold texts of their own: where it ends. */
function inBraces(text: string, from: number, found: Set<string>, depth = 0): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === "}" && depth > 0) return at + 1;
    if (character !== "{") {
      at += 1;
      continue;
    }
    if (text[at + 1] === "{") at += 1;
    const [whole, name] = opening.exec(text.slice(at, at + 200)) ?? [];
    if (whole === undefined || name === undefined) {
      at = depth > 20 ? text.length : inBraces(text, at + 1, found, depth + 1);
      continue;
    }
    found.add(name);
    at = whole.endsWith("}") ? at + whole.length : choicesFrom(text, at + whole.length, found, depth);
  }
  return at;
}

/** Behind `{count, plural,` each brace holds a text: names in it are to be filled, its words are not. */
function choicesFrom(text: string, from: number, found: Set<string>, depth: number): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") at = depth > 20 ? text.length : inBraces(text, at + 1, found, depth + 1);
    else at += 1;
  }
  return at + 1;
}
