import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { Details, JsonSchema } from "../contract.js";
import { annotationsOf } from "../document/bundle.js";
import { canonical } from "../document/canonical.js";
import { conjunctionOf } from "../document/conjunction.js";
import { allowsNull, isRequired, memberAt, partsOf, schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";

type Follow = Sources["follow"];
type Envelope = Settings["envelopes"][number];

/**
 * What an error's schema declares beyond code, message and request id; undefined where it declares nothing. `name` is
 * what the schema is called in types.ts.
 */
export function readDetails(schema: Node, name: string, envelope: Envelope, follow: Follow): Details | undefined {
  if (envelope.details === undefined) return undefined;
  const tokens = tokensOf(envelope.details);
  const declared = declaredAt(schema, tokens, follow);
  const found = declared.length > 0 ? declared : schemasAt(schema, tokens, follow).slice(0, 1);
  if (found.length === 0) return undefined;
  const without = takenMembers(envelope);
  const whole = merge(found.map((part) => inlineOnAPage(part, follow)));
  const rest = withoutMembers(whole, without);
  if (!saysAnything(rest, without)) return undefined;
  const nullable = allowsNull(whole);
  const required = Array.isArray(rest.required) ? rest.required : [];
  const optional = nullable || !isRequired(schema, tokens, follow) || (without.length > 0 && required.length === 0);
  const type = declared.length > 0 ? { component: name, path: tokens, without } : undefined;
  return { schema: canonical(rest) as JsonSchema, optional, type };
}

/** The members of the details object that hold the code, the message or the request id. */
function takenMembers({ code, message, requestId, details = "" }: Envelope): string[] {
  return [code, message, requestId]
    .filter((pointer) => pointer !== undefined)
    .filter((pointer) => pointer.startsWith(`${details}/`))
    .map((pointer) => tokensOf(pointer.slice(details.length))[0] ?? "")
    .filter((member) => member !== "*" && member !== "{}");
}

function withoutMembers(schema: JsonSchema, without: readonly string[]): JsonSchema {
  if (without.length === 0) return schema;
  const { properties, required, ...rest } = schema;
  const kept = Object.entries(isObject(properties) ? properties : {}).filter(([name]) => !without.includes(name));
  const still = Array.isArray(required) ? required.filter((name) => !without.includes(String(name))) : [];
  return { ...rest, properties: Object.fromEntries(kept), ...(still.length > 0 ? { required: still } : {}) };
}

/** An object that shares its place with the code says nothing unless further members are declared. */
function saysAnything(schema: JsonSchema, without: readonly string[]): boolean {
  if (schema.type === "null" || ("const" in schema && schema.const === null)) return false;
  if (without.length === 0) return true;
  return isObject(schema.properties) && Object.keys(schema.properties).length > 0;
}

/** What the schema, or the parts that `allOf` makes it of, declare at the end of a path: in types.ts, plain properties. */
function declaredAt(schema: Node, path: readonly string[], follow: Follow): Node[] {
  let nodes = [schema];
  for (const token of path)
    nodes = nodes
      .flatMap((node) => partsOf(node, follow))
      .map((node) => memberAt(node, token))
      .filter(({ value }) => value !== undefined);
  return nodes;
}

/** One schema that asks for all that they ask for, so that details are shown and checked as a whole. */
function merge(schemas: readonly JsonSchema[]): JsonSchema {
  return schemas.reduce(mergeTwo, {});
}

function mergeTwo(a: JsonSchema, b: JsonSchema): JsonSchema {
  const names = new Set([...Object.keys(propertiesOf(a)), ...Object.keys(propertiesOf(b))]);
  const properties = [...names].map((name) => {
    const both = [propertiesOf(a)[name], propertiesOf(b)[name]];
    return [name, merge(both.filter(isObject))] as const;
  });
  const required = new Set([a.required ?? [], b.required ?? []].flat());
  return {
    ...a,
    ...b,
    ...(names.size > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(required.size > 0 ? { required: [...required] } : {}),
  };
}

function propertiesOf({ properties }: JsonSchema): JsonSchema {
  return isObject(properties) ? properties : {};
}

const minDepth = 1;
const maxDepth = 12;
const maxText = 32_000;

/**
 * As many levels of a schema as fit on a page: some reach hundreds of others. Whole levels are cut, so that the order of
 * members makes no difference.
 */
function inlineOnAPage(schema: Node, follow: Follow): JsonSchema {
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
  return parts.length === 0 ? { ...whole, ...beside } : merge([...parts, whole, beside]);
}
