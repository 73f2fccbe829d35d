import { isObject } from "../../runtime/pointer.js";
import { inComment } from "./comment.js";

/** What openapi-typescript writes into comments, and nowhere else. */
const commented: ReadonlySet<string> = new Set(["title", "summary", "description", "format", "default", "example"]).add(
  "examples",
);
/** Maps whose keys are names of an author's. */
const named: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs", "definitions"]);

/** Schemas by name, of whose texts nothing ends a comment or acts in it: openapi-typescript writes them as they are. */
export function withSafeComments(schemas: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ofSchema(schema)]));
}

function ofSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(ofSchema);
  if (!isObject(schema)) return schema;
  const members = Object.entries(schema).map(([key, value]) => {
    if (commented.has(key)) return [key, safe(value)];
    if (named.has(key) && isObject(value)) return [key, withSafeComments(value)];
    return [key, key === "enum" || key === "const" ? value : ofSchema(value)];
  });
  return Object.fromEntries(members);
}

function safe(value: unknown): unknown {
  if (typeof value === "string")
    return value
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map(inComment)
      .join("\n");
  if (Array.isArray(value)) return value.map(safe);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [inComment(key), safe(member)]));
}
