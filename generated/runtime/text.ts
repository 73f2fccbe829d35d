// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
const maxMessage = 500;
// Control characters, line separators, marks that reorder text, and halves of surrogate pairs.
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;

/** Text from the wire made safe to print: one line, at most 500 characters, nothing that moves a terminal. */
export function printable(text: string): string {
  const escaped = text
    .slice(0, maxMessage)
    .replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // Half a character at the cut is none.
  return escaped.slice(0, maxMessage).replace(unsafe, "");
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
