// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
const maxMessage = 500;
// Control characters, line separators, marks that reorder text, and halves of surrogate pairs.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/** Text from the wire made safe to print: one line, at most 500 characters, nothing that moves a terminal. */
export function printable(text: string): string {
  const escaped = text
    .slice(0, maxMessage)
    .replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // Half a character at the cut is none.
  return escaped.slice(0, maxMessage).replace(/[\ud800-\udbff]$/, "");
}

/** What was found, in a few words: a short value as JSON, anything else by its type. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : String(value);
  return printable(`${typeof value} ${text}`);
}
