import { formatSamples } from "../../model/answers/format-samples.js";
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
  return (typeof format === "string" && formatSamples.get(format)) || "text";
}
