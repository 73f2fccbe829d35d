import { lastPart } from "../model/definitions/humanise.js";
import { wordsOf } from "../view/names.js";

/** How a key is made of a code. */
export type Spelling = (code: string) => string;

const small = (words: readonly string[]) => words.map((word) => word.toLowerCase());
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

const forms: readonly Spelling[] = [
  (code) => code,
  (code) => code.toLowerCase(),
  (code) => code.toUpperCase(),
  (code) => small(wordsOf(code)).join("_"),
  (code) => small(wordsOf(code)).join("_").toUpperCase(),
  (code) => small(wordsOf(code)).join("-"),
  (code) => small(wordsOf(code)).join("."),
  (code) => wordsOf(code).map(capital).join(""),
  (code) =>
    small(wordsOf(code))
      .map((word, index) => (index === 0 ? word : capital(word)))
      .join(""),
];

/** All ways that people take, the plainest first: as it is, in other letters, in words joined otherwise, the end of a URI. */
export const spellings: readonly Spelling[] = [
  ...forms,
  ...forms.map(
    (form): Spelling =>
      (code) =>
        form(lastPart(code)),
  ),
];
