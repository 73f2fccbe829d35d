/** What could end a line, move text around or hide it, halves of surrogate pairs, and what is no character at all. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Code in one line, in whose strings nothing is hidden: JavaScript has the same string for `\u202e`. */
export function escapeHidden(code: string): string {
  return code.replace(hidden, escapeCharacter);
}

/** The same for code in lines. */
export function escapeHiddenInLines(code: string): string {
  return code.replace(hidden, (character) => (/[\t\n]/.test(character) ? character : escapeCharacter(character)));
}

/** Text of which nothing is hidden, since it is not there. */
export function withoutHidden(text: string): string {
  return text.replace(hidden, "");
}

function escapeCharacter(character: string): string {
  return [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`)
    .join("");
}
