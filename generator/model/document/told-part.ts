import type { Sources } from "../../read/reader.js";
import { child, isObject, type JsonObject, type Node } from "../../read/source.js";
import { conjunctionOf } from "./conjunction.js";
import { discriminatorOf } from "./discriminator.js";
import { partsOf } from "./schemas.js";

/**
 * What a schema stands for that is an `allOf` of one schema and no more, so that the wrapping does not hide what is told
 * of that one. Itself where it adds anything, or extends a schema that is told apart by a property; where it has a name or
 * texts of its own, only for one of which `x-error` or `deprecated` tells.
 */
export function toldPartOf(schema: Node, follow: Sources["follow"]): Node {
  return partIn(schema, follow, isNamed);
}

/** The same, whatever a name tells: the structure of both is one. */
export function barePartOf(schema: Node, follow: Sources["follow"]): Node {
  return partIn(schema, follow, () => false);
}

function partIn(schema: Node, follow: Sources["follow"], isKept: (node: Node) => boolean): Node {
  const seen = new Set<unknown>();
  let isBare = true;
  for (let at = schema; !seen.has(at.value); ) {
    seen.add(at.value);
    const isTold = ["x-error", "deprecated"].some((key) => child(at, key).value !== undefined);
    if (isTold || !isObject(at.value) || !isMadeOfOne(at.value))
      return at === schema || ((isTold || isBare) && !isToldApart(at, follow)) ? at : schema;
    isBare &&= Object.keys(at.value).length === 1 && !isKept(at);
    at = follow(conjunctionOf(child(at, "allOf", 0)));
  }
  return schema;
}

/** Whether it, or what it extends, is told apart by a property: each that extends it has a value of its own. */
function isToldApart(schema: Node, follow: Sources["follow"]): boolean {
  return partsOf(schema, follow).some((part) => discriminatorOf(part) !== undefined);
}

function isMadeOfOne({ allOf, title: _, description: __, ...rest }: JsonObject): boolean {
  return Array.isArray(allOf) && allOf.length === 1 && Object.keys(rest).length === 0;
}

function isNamed({ parent }: Node): boolean {
  return parent === undefined || ["schemas", "definitions", "$defs"].includes(parent.key);
}
