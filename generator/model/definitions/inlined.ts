import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import type { JsonSchema } from "../contract.js";
import { annotationsOf } from "../document/bundle.js";
import { conjunctionOf } from "../document/conjunction.js";
import { asSentWhole } from "../document/sent-required.js";
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
  const levels: Levels = { follow, depth, isCut: false };
  return { inlined: inline(schema, undefined, 0, levels), isCut: levels.isCut };
}

interface Levels {
  readonly follow: Follow;
  readonly depth: number;
  isCut: boolean;
}

/** The schemas that something stands in, from the inside out. */
interface Within {
  readonly value: unknown;
  readonly above: Within | undefined;
}

/** A schema whose parts are being read: what it says itself comes after all of them. */
interface Opened {
  readonly node: Node;
  /** What stands beside the reference that leads to it. */
  readonly beside: readonly JsonSchema[];
  readonly within: Within | undefined;
  readonly due: Node[];
  /** Null is allowed beside all that parts say. */
  readonly nullable: boolean;
}

/**
 * A schema with its references and `allOf` replaced by what they stand for; one that leads back to itself is cut. What it
 * is made of is no deeper than itself, and is gone through without recursion: there may be thousands, one in the other.
 */
function inline(schema: Node, above: Within | undefined, level: number, levels: Levels): JsonSchema {
  const { follow } = levels;
  const said: JsonSchema[] = [];
  const seen = new Set<unknown>();
  const open = (written: Node, around: Pick<Opened, "within" | "nullable">): Opened[] => {
    const node = follow(conjunctionOf(written));
    if (!isObject(node.value) || seen.has(node.value) || isIn(around.within, node.value)) return [];
    seen.add(node.value);
    const beside = node === written ? [] : [annotationsOf(written)];
    const due = partsOf(node)
      .flatMap(([, parts]) => parts)
      .reverse();
    const nullable = around.nullable || node.value.nullable === true;
    return [{ node, beside, due, nullable, within: { value: node.value, above: around.within } }];
  };
  const opened = open(schema, { within: above, nullable: false });
  if (opened.length > 0 && level > levels.depth) {
    levels.isCut = true;
    return {};
  }
  for (let last = opened.at(-1); last; last = opened.at(-1)) {
    const part = last.due.pop();
    if (part) opened.push(...open(part, last));
    else {
      const { node, nullable, beside, within } = last;
      said.push(
        withNull({ ...ownOf(node, (member) => inline(member, within, level + 1, levels)), nullable }),
        ...beside,
      );
      opened.pop();
    }
  }
  return asSentWhole(merge(said));
}

function isIn(within: Within | undefined, value: unknown): boolean {
  for (let at = within; at; at = at.above) if (at.value === value) return true;
  return false;
}

/** What a schema is made of: its `allOf`, and the only one of an `anyOf` or `oneOf`. */
function partsOf(node: Node): (readonly [keyword: string, parts: readonly Node[]])[] {
  return ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const parts = items(child(node, keyword));
    return keyword === "allOf" || parts.length === 1 ? [[keyword, parts] as const] : [];
  });
}

/** What a schema says beside those. */
function ownOf(node: Node, each: (member: Node) => JsonSchema): JsonSchema {
  const parts = new Set(partsOf(node).map(([keyword]) => keyword));
  const own = members(node).filter(([key]) => !parts.has(key));
  const entries = own.map(([key, member]): [string, unknown] => {
    if (key === "properties" || key === "patternProperties")
      return [key, Object.fromEntries(members(member).map(([name, part]) => [name, each(part)]))];
    if (["anyOf", "oneOf", "prefixItems"].includes(key)) return [key, items(member).map(each)];
    if (["items", "additionalProperties", "not"].includes(key) && isObject(member.value)) return [key, each(member)];
    return [key, member.value];
  });
  return Object.fromEntries(entries);
}
