import type { JsonSchema } from "../../model/contract.js";
import { isObject } from "../../runtime/pointer.js";

/** Deeper than a body is read: a schema that goes on is cut. */
const deepest = 12;

/** A value that a schema accepts: constants where it has them, and of an object the members that it requires, or all. */
export function sampleOf(schema: JsonSchema, members: "required" | "all", depth = 0): unknown {
  const { type, items } = schema;
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum) && schema.enum.length > 0)
    return schema.enum.find((value) => value !== null) ?? schema.enum[0];
  const types = [type ?? []].flat();
  const [alternative] = alternativesOf(schema);
  const inAlternative = alternative && sampleOf(alternative, members, depth + 1);
  if (isObject(schema.properties) || types.includes("object"))
    return { ...(isObject(inAlternative) ? inAlternative : {}), ...objectOf(schema, members, depth) };
  if (alternative) return inAlternative;
  if (types.includes("array") || isObject(items))
    return isObject(items) && depth < deepest ? [sampleOf(items, members, depth + 1)] : [];
  return plainValue(types.find((name) => name !== "null") ?? types[0], schema);
}

/** Those that are more than null. */
function alternativesOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] {
  return [anyOf ?? [], oneOf ?? []].flat().filter((part): part is JsonSchema => isObject(part) && part.type !== "null");
}

function objectOf({ properties, required }: JsonSchema, members: "required" | "all", depth: number) {
  const declared = isObject(properties) ? properties : {};
  const needed = Array.isArray(required) ? required.map(String) : [];
  const names = members === "all" && depth < deepest ? [...Object.keys(declared), ...needed] : needed;
  return Object.fromEntries(
    [...new Set(names)].map((name) => {
      const part = Object.hasOwn(declared, name) ? declared[name] : {};
      return [name, sampleOf(isObject(part) ? part : {}, members, depth + 1)];
    }),
  );
}

function plainValue(type: unknown, { format, minimum }: JsonSchema): unknown {
  if (type === "null") return null;
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return typeof minimum === "number" ? Math.ceil(minimum) : 1;
  return (typeof format === "string" && texts.get(format)) || "text";
}

/** Texts of a form that may be asked for. */
const texts: ReadonlyMap<string, string> = new Map([
  ["date-time", "2030-01-01T00:00:00Z"],
  ["date", "2030-01-01"],
  ["time", "00:00:00Z"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
  ["uri", "https://example.com/"],
  ["url", "https://example.com/"],
  ["email", "someone@example.com"],
  ["hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
]);
