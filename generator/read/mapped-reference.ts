import type { Node } from "./source.js";

/** A value in the mapping of a discriminator, as a reference: it names a component, or is one (OpenAPI 3.1, 4.8.25). */
export function mappedReference(place: Node): Node {
  const text = String(place.value);
  const $ref = /^[\w.-]+$/.test(text) && !/\.(?:ya?ml|json)$/i.test(text) ? `#/components/schemas/${text}` : text;
  return { ...place, value: { $ref } };
}
