import type { Sources } from "../../read/reader.js";
import { child, isObject, type JsonObject, members, type Node } from "../../read/source.js";

/**
 * A schema as answers have to fit it: a member that is only written is in none of them, however required it is (OpenAPI
 * 3.0.3, 4.7.24.2).
 */
export function asSent(schema: Node, follow: Sources["follow"]): Node {
  const { value } = schema;
  if (!isObject(value) || !Array.isArray(value.required)) return schema;
  const written = members(child(schema, "properties")).filter(([, member]) => isOnlyWritten(member, follow));
  return written.length === 0 ? schema : { ...schema, value: asking(value, new Set(written.map(([name]) => name))) };
}

/** The same for one whose references are replaced by what they stand for. */
export function asSentWhole(schema: JsonObject): JsonObject {
  const { properties, required } = schema;
  if (!Array.isArray(required) || !isObject(properties)) return schema;
  const written = Object.keys(properties).filter((name) => saysWriteOnly(properties[name]));
  return written.length === 0 ? schema : asking(schema, new Set(written));
}

function isOnlyWritten(member: Node, follow: Sources["follow"]): boolean {
  if (saysWriteOnly(member.value)) return true;
  return isObject(member.value) && "$ref" in member.value && saysWriteOnly(follow(member).value);
}

function saysWriteOnly(value: unknown): boolean {
  return isObject(value) && value.writeOnly === true;
}

function asking({ required, ...rest }: JsonObject, without: ReadonlySet<string>): JsonObject {
  const still = Array.isArray(required) ? required.filter((name) => !without.has(String(name))) : [];
  return still.length > 0 ? { ...rest, required: still } : rest;
}
