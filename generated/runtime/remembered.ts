// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

/** How many texts are remembered at a time, and how long they may be: those of a contract are far fewer, and shorter. */
const maxTexts = 1000;
const maxLength = 200;

/**
 * The same function, asked only once for the texts that come again and again: pointers, names of members and headers.
 * Those come from answers too, so it forgets all of them when there are too many.
 */
export function remembered<Result>(find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = find(text);
      if (known.size >= maxTexts) known.clear();
      if (text.length <= maxLength) known.set(text, result);
    }
    return result;
  };
}
