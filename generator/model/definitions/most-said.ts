import { textAt } from "../../read/source.js";
import type { Definition } from "./definition.js";

/**
 * Of the responses of one status, the first with the description that most of them have; and whether more than half have
 * it, so that it speaks of the status and not of one operation.
 */
export function mostSaid(places: readonly Definition[]): { readonly place: Definition; readonly isUsual: boolean } {
  const groups = new Map<string, Definition[]>();
  for (const place of places) {
    const text = textAt(place.node, "description")?.trim() ?? "";
    if (!groups.get(text)?.push(place)) groups.set(text, [place]);
  }
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length);
  return { place: most![0]!, isUsual: most!.length * 2 > places.length };
}
