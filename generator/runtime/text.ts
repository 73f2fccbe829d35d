const maxMessage = 500;
// Control characters, line separators, marks that reorder or hide text, halves of surrogate pairs, and what is no
// character at all. A joiner of emoji is none of these.
const unsafe =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text from the wire made safe to print: one line, at most 500 characters, nothing that moves a terminal. */
export function printable(text: string): string {
  const start = text.slice(0, maxMessage);
  if (/^[ -~]*$/.test(start)) return start;
  const escaped = escapeControls(start);
  if (escaped.length <= maxMessage) return escaped;
  // At the cut, a character or what stands for it is there whole or not at all.
  let line = "";
  for (const character of start) {
    const shown = escapeControls(character);
    if (line.length + shown.length > maxMessage) break;
    line += shown;
  }
  return line;
}

/** What a terminal may be given as it is: the ends of lines, and, where they come from Node, its colours. */
const kept = { lines: /[^\t\n]+/g, colours: /[^\t\n\u001b]+/g };

/** The same for text in lines, such as a stack: their ends and their tabs stay. */
export function escapeInLines(text: string, hasColours: boolean = false): string {
  return text.replace(hasColours ? kept.colours : kept.lines, escapeControls);
}

/** Text unable to move a terminal or to hide in it, in one line. */
export function escapeControls(text: string): string {
  return text.replace(unsafe, (character) => {
    const hex = character.codePointAt(0)!.toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}

/** A text, or a number as text: codes and ids may be either. Undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The type of a value as JSON Schema names it. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** What was found, in a few words: a short value as JSON, anything else by its type. */
export function describe(value: unknown): string {
  const type = typeOf(value);
  if (value === undefined) return "nothing";
  if (value === null) return type;
  if (typeof value === "object") return `an ${type}`;
  return printable(`${type} ${typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value)}`);
}

/** Whether a text is more than one word, as a code seldom is. */
export function hasWords(text: string): boolean {
  return /[^ ] [^ ]/.test(text);
}
