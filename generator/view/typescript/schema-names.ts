import { isObject } from "../../runtime/pointer.js";

/**
 * Names that every object of JavaScript has: openapi-typescript would take what it inherits for what it looks up. It is
 * given them with a mark of private use (Unicode 23.5), which goes again when it is done.
 */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const mark = "\ue000";

const named: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs", "definitions"]);

/** Schemas by name, without names that every object has. */
export function withOwnNames(schemas: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [marked(name), ofSchema(schema)]));
}

/** The code that was made of them, with the names that they have. */
export function withNamesBack(code: string): string {
  // TypeScript prints it as an escape: behind a name, where no backslash stands.
  return code.replace(/(?<=\w)\\uE000(?=")/g, "");
}

function ofSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(ofSchema);
  if (!isObject(schema)) return schema;
  const members = Object.entries(schema).map(([key, value]) => {
    if (key === "$ref" && typeof value === "string") return [key, value.split("/").map(marked).join("/")];
    if (named.has(key) && isObject(value)) return [key, withOwnNames(value)];
    if (key === "required" && Array.isArray(value)) return [key, value.map((name) => marked(String(name)))];
    return [key, key === "enum" || key === "const" ? value : ofSchema(value)];
  });
  return Object.fromEntries(members);
}

function marked(name: string): string {
  return inherited.has(name) ? `${name}${mark}` : name;
}
