import { escapeControls } from "../../generator/runtime/text.js";

/** Every character that this tool escapes where it prints texts itself. */
const unsafeCharacters: readonly string[] = Array.from({ length: 0x110000 }, (_, point) =>
  String.fromCodePoint(point),
).filter((character) => escapeControls(character) !== character);

/** All of them, in texts that are short enough to be printed whole. Between halves of pairs stands a letter. */
export const unsafeTexts: readonly string[] = Array.from({ length: Math.ceil(unsafeCharacters.length / 40) }, (_, i) =>
  unsafeCharacters.slice(40 * i, 40 * (i + 1)).join("a"),
);
