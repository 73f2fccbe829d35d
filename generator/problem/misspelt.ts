import { distance } from "fastest-levenshtein";

/**
 * The name that a key was meant to be, word by word: `xError`, `x_error`, `x-eror`, `x-errors` and `x-err` are `x-error`,
 * but `x-error-page` is something else. Undefined where it is that name itself, or like none of them.
 */
export function misspeltName(key: string, names: readonly string[]): string | undefined {
  if (names.includes(key)) return undefined;
  const words = wordsOf(key);
  const joined = words.join("");
  const alike = names.filter((name) => wordsOf(name).join("") === joined);
  return alike[0] ?? names.find((name) => areAlike(words, wordsOf(name)));
}

/** `ref`, `$rf`, `$Ref` and the like with a text that leads to a file or to a place in one. `$id` is further off. */
export function isMeantAsReference(key: string, text: string): boolean {
  const letters = key.toLowerCase().replace(/[^a-z]/g, "");
  const isAlike =
    letters === "ref" || letters === "reference" || (key.startsWith("$") && distance(letters, "ref") <= 1);
  return isAlike && /^\S*#\/|^\S.*\.(?:ya?ml|json)$/.test(text);
}

function wordsOf(key: string): string[] {
  const spaced = key.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
  return spaced.split(/[^a-z]+/).filter((word) => word !== "");
}

function areAlike(words: readonly string[], meant: readonly string[]): boolean {
  return words.length === meant.length && words.every((word, index) => isAlike(word, meant[index]!));
}

/** One letter more, less or other, two that changed places, or only the beginning. */
function isAlike(word: string, meant: string): boolean {
  if (word === meant) return true;
  if (word.length < 3) return false;
  const difference = distance(word, meant);
  return difference <= 1 || (difference === 2 && lettersOf(word) === lettersOf(meant)) || meant.startsWith(word);
}

function lettersOf(word: string): string {
  return [...word].sort().join("");
}
