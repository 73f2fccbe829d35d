import { isMap, parseDocument, visit } from "yaml";

/** A YAML text with the keys of every map in another order. */
export function shuffleKeys(text: string, seed: number): string {
  let state = seed;
  // The generator of Park and Miller.
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  const document = parseDocument(text);
  visit(document, {
    Map: (_, map) => {
      if (!isMap(map)) return;
      map.items = map.items
        .map((item) => ({ item, rank: random() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    },
  });
  return document.toString();
}
