import { closest, distance } from "fastest-levenshtein";

/**
 * The known word that was probably meant: the same in other letters, the only one that begins like that, or the nearest
 * within a third of its length, or two letters, that has half of the shorter one's letters in common.
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const same = known.find((name) => name.toLowerCase() === word.toLowerCase());
  if (same !== undefined) return same;
  const [begun, ...others] = word.length < 3 ? [] : known.filter((name) => name.startsWith(word));
  if (begun !== undefined && others.length === 0) return begun;
  const nearest = shuffled(word, known) ?? closest(word, known);
  const shorter = Math.min(word.length, nearest.length);
  const most = Math.min(Math.max(2, Math.floor(nearest.length / 3)), Math.max(1, Math.floor(shorter / 2)));
  return distance(word, nearest) <= most ? nearest : undefined;
}

/** The one with the same letters, two of which changed places: to a measure of single letters, that is two slips. */
function shuffled(word: string, known: readonly string[]): string | undefined {
  const letters = (text: string) => [...text].sort().join("");
  const own = letters(word);
  return known.find((name) => name.length === word.length && letters(name) === own && distance(word, name) <= 2);
}
