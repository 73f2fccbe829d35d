import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import type { JsonSchema } from "../contract.js";
import { annotationsOf } from "../document/bundle.js";
import { conjunctionOf } from "../document/conjunction.js";
import { onceFor } from "../document/made-once.js";
import { merge, withNull } from "./merged.js";

type Follow = Sources["follow"];

const minDepth = 1;
const maxDepth = 12;
const maxText = 32_000;

/**
 * As many levels of a schema as fit on a page: some reach hundreds of others. Whole levels are cut, so that the order of
 * members makes no difference.
 */
export function inlineOnAPage(schema: Node, follow: Follow): JsonSchema {
  return isObject(schema.value) ? inlinedOnce(schema.value)(schema, follow) : inlinedOnAPage(schema, follow);
}

/** The errors of one schema show the same. */
const inlinedOnce = onceFor((_schema: object) => {
  let made: JsonSchema | undefined;
  return (schema: Node, follow: Follow): JsonSchema => (made ??= inlinedOnAPage(schema, follow));
});

function inlinedOnAPage(schema: Node, follow: Follow): JsonSchema {
  let shown = inlineTo(minDepth, schema, follow);
  for (let depth = minDepth + 1; depth <= maxDepth && shown.isCut; depth += 1) {
    const more = inlineTo(depth, schema, follow);
    const grown = JSON.stringify(more.inlined).length;
    if (grown === JSON.stringify(shown.inlined).length || grown > maxText) break;
    shown = more;
  }
  return shown.inlined;
}

/** So many levels of a schema, and whether there would be more. */
function inlineTo(depth: number, schema: Node, follow: Follow) {
  const levels = { depth, isCut: false };
  return { inlined: inline(schema, follow, [], levels), isCut: levels.isCut };
}

/** A schema with its references and `allOf` replaced by what they stand for; one that leads back to itself is cut. */
function inline(
  schema: Node,
  follow: Follow,
  above: readonly unknown[],
  levels: { readonly depth: number; isCut: boolean },
): JsonSchema {
  const node = follow(conjunctionOf(schema));
  if (!isObject(node.value) || above.includes(node.value)) return {};
  if (above.length > levels.depth) {
    levels.isCut = true;
    return {};
  }
  const within = [...above, node.value];
  const each = (part: Node) => inline(part, follow, within, levels);
  const own = members(node).filter(([key]) => key !== "allOf");
  const entries = own.map(([key, member]): [string, unknown] => {
    if (key === "properties" || key === "patternProperties")
      return [key, Object.fromEntries(members(member).map(([name, part]) => [name, each(part)]))];
    if (["anyOf", "oneOf", "prefixItems"].includes(key)) return [key, items(member).map(each)];
    if (["items", "additionalProperties", "not"].includes(key) && isObject(member.value)) return [key, each(member)];
    return [key, member.value];
  });
  const beside = node === schema ? {} : annotationsOf(schema);
  const parts = items(child(node, "allOf")).map(each);
  const whole = Object.fromEntries(entries);
  return withNull(parts.length === 0 ? { ...whole, ...beside } : merge([...parts, whole, beside]));
}
