import { schemaMaps } from "../../read/vocabulary.js";
import { isObject } from "../../runtime/pointer.js";
import { inComment } from "./comment.js";

/** What openapi-typescript can't be given as it is: texts that it writes into comments, and names that it looks up. */

const commented: ReadonlySet<string> = new Set("title summary description format default example examples".split(" "));
const values: ReadonlySet<string> = new Set(["enum", "const"]);

/** Names that every object of JavaScript has: they would be found where nobody put them. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
/** Of private use (Unicode 23.5): it makes such a name another one, until it goes again. */
const mark = "\ue000";

/**
 * Schemas by name, in the order of the names, of whose texts nothing ends a comment or acts in it, and without names that every
 * object has.
 */
export function schemasForTypes(schemas: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(schemas).sort();
  return Object.fromEntries(names.map((name) => [marked(name), ofSchema(schemas[name])]));
}

/** The code that was made of them, with the names that they have. */
export function withNamesBack(code: string): string {
  // TypeScript prints it as an escape: behind a name, where no backslash stands.
  return code.replace(/(?<=\w)\\uE000(?=")/g, "");
}

function ofSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(ofSchema);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, ofMember(key, value)]));
}

function ofMember(key: string, value: unknown): unknown {
  if (commented.has(key)) return safe(value);
  if (key === "$ref" && typeof value === "string") return value.split("/").map(marked).join("/");
  if (key === "required" && Array.isArray(value)) return value.map((name) => marked(String(name)));
  if (schemaMaps.has(key) && isObject(value)) return schemasForTypes(value);
  return values.has(key) ? value : ofSchema(value);
}

function marked(name: string): string {
  return inherited.has(name) ? `${name}${mark}` : name;
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
