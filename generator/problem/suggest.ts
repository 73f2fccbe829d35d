import { closest, distance } from "fastest-levenshtein";

/** The known word that was probably meant: the only one that begins like that, or the nearest within a third of its length. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const [begun, ...others] = word.length < 3 ? [] : known.filter((name) => name.startsWith(word));
  if (begun !== undefined && others.length === 0) return begun;
  const nearest = closest(word, known);
  return distance(word, nearest) <= Math.max(2, Math.floor(nearest.length / 3)) ? nearest : undefined;
}
