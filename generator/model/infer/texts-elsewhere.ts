import { looksLikeCode } from "./code-value.js";
import { envelopeOf } from "./envelope-places.js";
import type { Place } from "./places.js";
import type { Shape } from "./shape.js";

/** By the pointer of a text: how many answers that have no place for a code have it there. */
export function weightsOfTexts(
  shapes: readonly { readonly shape: Shape; readonly found: readonly Place[]; readonly weight: number }[],
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { shape, found, weight } of shapes) {
    const { message } = found.length > 0 ? {} : envelopeOf(shape, undefined);
    if (message !== undefined) weights.set(message, (weights.get(message) ?? 0) + weight);
  }
  return weights;
}

/**
 * `{ "error": "It failed" }` in most answers: in the others, that have a message beside it, it is a text as well where
 * nothing shows or lists a name there. An `error` beside `error_description` is OAuth's, which is a name.
 */
export function withoutTexts(
  found: readonly Place[],
  { places, samplesAt }: Shape,
  weight: number,
  texts: ReadonlyMap<string, number>,
): readonly Place[] {
  if (places.some(({ path }) => /^error_?description$/i.test(path.at(-1) ?? ""))) return found;
  return found.filter(
    (place) =>
      (texts.get(place.pointer) ?? 0) < weight ||
      place.literals.length > 0 ||
      samplesAt(place).some(({ value }) => looksLikeCode(value)),
  );
}
