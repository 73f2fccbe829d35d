import { onceFor } from "../../read/made-once.js";
import { isObject, type JsonObject, type Node } from "../../read/source.js";

/** Tell about a schema and change nothing of what it allows. */
const annotations = new Set([
  "title",
  "description",
  "summary",
  "deprecated",
  "example",
  "examples",
  "default",
  "$comment",
]);

/**
 * A reference with keywords beside it, which ask for something too (JSON Schema 2020-12, 8.2.3.1), as the `allOf` that it
 * is. Any other schema as it stands, and so a reference beside which somebody only wrote what it is about.
 */
export function conjunctionOf(schema: Node): Node {
  const { value } = schema;
  if (!isObject(value) || typeof value.$ref !== "string") return schema;
  const whole = conjunctionIn(value);
  return whole === value ? schema : { ...schema, value: whole };
}

const conjunctionIn = onceFor((value: JsonObject): JsonObject => {
  const { $ref, allOf, ...beside } = value;
  const asks = Object.keys(beside).some((key) => !annotations.has(key) && !key.startsWith("x-"));
  if (!asks && allOf === undefined) return value;
  return { ...beside, allOf: [{ $ref }, ...(Array.isArray(allOf) ? (allOf as unknown[]) : [])] };
});
