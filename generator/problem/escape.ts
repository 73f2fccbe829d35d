// Controls, line separators, marks that reorder or hide text, halves of surrogate pairs, and what is no character at all
// (Unicode 23.7). A joiner of emoji is none of these.
const unsafe =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text from a document or an answer, unable to move a terminal or to hide in it; in one line. */
export function escapeControls(text: string): string {
  return text.replace(unsafe, (character) => {
    const hex = character.codePointAt(0)!.toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}

/** The same for text in lines: their ends and their tabs stay. */
export function escapeInLines(text: string): string {
  return text.replace(/[^\t\n]+/g, escapeControls);
}
