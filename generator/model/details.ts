import type { Sources } from "../read/reader.js";
import { child, isObject, items, members, type Node } from "../read/source.js";
import { tokensOf } from "../runtime/pointer.js";
import { canonical } from "./canonical.js";
import type { Details, DetailsType, JsonSchema } from "./contract.js";
import { isRequired, schemasAt } from "./schemas.js";
import type { Settings } from "./settings.js";

type Follow = Sources["follow"];
type Envelope = Settings["envelopes"][number];

/** What an error's schema declares beyond code, message and request id; undefined where it declares nothing. */
export function readDetails(schema: Node, envelope: Envelope, follow: Follow): Details | undefined {
  if (envelope.details === undefined) return undefined;
  const tokens = tokensOf(envelope.details);
  const [found] = schemasAt(schema, tokens, follow);
  if (!found) return undefined;
  const without = takenMembers(envelope);
  const whole = inline(found, follow, []);
  const rest = withoutMembers(whole, without);
  if (!saysAnything(rest, without)) return undefined;
  const nullable = [whole.type].flat().includes("null");
  const required = Array.isArray(rest.required) ? rest.required : [];
  const optional = nullable || !isRequired(schema, tokens, follow) || (without.length > 0 && required.length === 0);
  return { schema: canonical(rest) as JsonSchema, optional, type: typeOf(schema, tokens, without, follow) };
}

/** The members of the details object that hold the code, the message or the request id. */
function takenMembers({ code, message, requestId, details = "" }: Envelope): string[] {
  return [code, message, requestId]
    .filter((pointer) => pointer !== undefined)
    .filter((pointer) => pointer.startsWith(`${details}/`))
    .map((pointer) => tokensOf(pointer.slice(details.length))[0] ?? "");
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

/** The way through types.ts, where every step is a plain property. */
function typeOf(
  schema: Node,
  path: readonly string[],
  without: readonly string[],
  follow: Follow,
): DetailsType | undefined {
  const [components, schemas, component] = schema.pointer;
  if (components !== "components" || schemas !== "schemas" || component === undefined) return undefined;
  if (schema.pointer.length !== 3) return undefined;
  let node = schema;
  for (const token of path) {
    node = follow(child(node, "properties", token));
    if (node.value === undefined) return undefined;
  }
  return { component, path, without };
}

/** As many schemas as fit on a page; what goes on beyond that is cut. */
const maxDepth = 12;

/** A schema with its references replaced by what they lead to; one that leads back to itself is cut. */
function inline(schema: Node, follow: Follow, above: readonly unknown[]): JsonSchema {
  const node = follow(schema);
  if (!isObject(node.value) || above.includes(node.value) || above.length > maxDepth) return {};
  const within = [...above, node.value];
  const each = (part: Node) => inline(part, follow, within);
  const entries = members(node).map(([key, member]): [string, unknown] => {
    if (key === "properties" || key === "patternProperties")
      return [key, Object.fromEntries(members(member).map(([name, part]) => [name, each(part)]))];
    if (["anyOf", "oneOf", "allOf", "prefixItems"].includes(key)) return [key, items(member).map(each)];
    if (["items", "additionalProperties", "not"].includes(key) && isObject(member.value)) return [key, each(member)];
    return [key, member.value];
  });
  return Object.fromEntries(entries);
}
