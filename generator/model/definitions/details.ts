import type { Sources } from "../../read/reader.js";
import { isObject, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { Details, JsonSchema } from "../contract.js";
import { canonical } from "../document/canonical.js";
import { allowsNull, isRequired, memberAt, partsOf, schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { inlineOnAPage } from "./inlined.js";
import { merge } from "./merged.js";

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
  const types =
    declared.length > 0 ? [{ component: name, nullable: isNullable(schema, follow), path: tokens, without }] : [];
  return { schema: canonical(rest) as JsonSchema, optional, types };
}

function isNullable(schema: Node, follow: Follow): boolean {
  return partsOf(schema, follow).some(({ value }) => isObject(value) && allowsNull(value));
}

/** The members of the details object that hold the code, the message or the request id; of a list, only a part does. */
function takenMembers({ code, message, requestId, details = "" }: Envelope): string[] {
  return [code, message, requestId]
    .filter((pointer) => pointer !== undefined)
    .filter((pointer) => pointer.startsWith(`${details}/`))
    .map((pointer) => tokensOf(pointer.slice(details.length)))
    .filter((tokens) => !tokens.includes("*") && !tokens.includes("{}"))
    .map(([member = ""]) => member);
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
