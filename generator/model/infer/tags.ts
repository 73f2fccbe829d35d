import { isPhrase, looksLikeCode } from "./code-value.js";
import type { Place } from "./places.js";

/**
 * The places of the alternatives of one body, where these are told apart by a constant that each has in the same member, as
 * Rust's enums are written: `{ "type": "NotFound", "resource": … }` or `{ "type": "RateLimited", "limit": … }`. Nothing
 * has to say that it discriminates.
 */
export function withTags(alternatives: readonly (readonly Place[])[]): readonly (readonly Place[])[] {
  const [first = [], ...others] = alternatives;
  const tags = new Set(first.filter((place) => isTag(place, others)).map(({ pointer }) => pointer));
  if (tags.size === 0) return alternatives;
  return alternatives.map((places) =>
    places.map((place) => (tags.has(place.pointer) ? { ...place, isTag: true } : place)),
  );
}

function isTag(place: Place, others: readonly (readonly Place[])[]): boolean {
  const same = [place, ...others.map((places) => places.find(({ pointer }) => pointer === place.pointer))];
  const values = same.map((one) => (one ? nameIn(one) : undefined));
  // Phrases alone say no more than the status does.
  return values.every((value) => value !== undefined) && new Set(values).size > 1 && !values.every(isPhrase);
}

/** The only value of a place, if it is a name that a program gives. */
function nameIn({ literals: [value, ...more], path }: Place): unknown {
  const isName = typeof value === "string" && looksLikeCode(value) && !/^\d/.test(value);
  return isName && more.length === 0 && !path.includes("*") && !path.includes("{}") ? value : undefined;
}
