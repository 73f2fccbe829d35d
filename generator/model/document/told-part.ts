import type { Sources } from "../../read/reader.js";
import { child, isObject, type Node } from "../../read/source.js";
import { conjunctionOf } from "./conjunction.js";
import { discriminatorOf } from "./discriminator.js";

/**
 * What a schema stands for that is an `allOf` of one schema and no more, where `x-error` or `deprecated` tells of that
 * one, so that the wrapping does not hide what is told. Itself where it adds anything, or extends a schema that is told apart by a property.
 */
export function toldPartOf(schema: Node, follow: Sources["follow"]): Node {
  const seen = new Set<unknown>();
  for (let at = schema; !seen.has(at.value); ) {
    seen.add(at.value);
    if (["x-error", "deprecated"].some((key) => child(at, key).value !== undefined))
      return discriminatorOf(at) === undefined ? at : schema;
    if (!isObject(at.value) || !isMadeOfOne(at.value)) return schema;
    at = follow(conjunctionOf(child(at, "allOf", 0)));
  }
  return schema;
}

function isMadeOfOne({ allOf, title: _, description: __, ...rest }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(allOf) && allOf.length === 1 && Object.keys(rest).length === 0;
}
