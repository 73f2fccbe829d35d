// Controls, line separators, marks that reorder or hide text, and halves of surrogate pairs. A joiner of emoji is none.
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu;

/** Text from a document or an answer, unable to move a terminal or to hide in it; in one line. */
export function escapeControls(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}

/** The same for text in lines: their ends and their tabs stay. */
export function escapeInLines(text: string): string {
  return text.replace(/[^\t\n]+/g, escapeControls);
}
