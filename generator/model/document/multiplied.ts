import type { Node } from "../../read/source.js";

/**
 * Alternatives multiply where one is chosen within another, and beside another: n choices of two are 2^n bodies. What is
 * made of a document stays in proportion to it: beyond these limits, choices are left to stand together.
 */

/** How many alternatives there may be beyond those that are written. */
const maxCopies = 100;

/** How many choices may stand in all that is made of one schema, those that are left in each among these: so many, or by those written. */
const [minStanding, standingForEach] = [500, 4];

/** Whether so many alternatives are made of the same few that they are better left in theirs. */
export function isTooMany(options: readonly Node[]): boolean {
  return options.length - new Set(options.map((option) => (option.made?.about ?? option).value)).size > maxCopies;
}

/** Those of several choices that are made: the others stay choices in each of the schemas that are made of these. */
export function takenOf<Choice extends { readonly options: readonly unknown[] }>(choices: readonly Choice[]): Choice[] {
  if (choices.length === 1) return [...choices];
  const taken: Choice[] = [];
  let ways = 1;
  let left = choices.reduce((total, { options }) => total + options.length, 0);
  const most = Math.max(minStanding, standingForEach * left);
  for (const choice of choices) {
    const count = choice.options.length;
    if (ways * count * (left - count + choices.length) > most) continue;
    taken.push(choice);
    ways *= count;
    left -= count;
  }
  return taken;
}
