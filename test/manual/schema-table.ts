/** A JSON Schema of ours as tables for people: one for its members, and one below it for each member that has members. */

interface Schema {
  readonly [keyword: string]: unknown;
}

interface Section {
  readonly path: string;
  readonly schema: Schema;
}

/** `heading`: how deep the headings of the parts are. */
export function schemaTables(root: Schema, own: (name: string) => Schema): string {
  const resolve = (schema: Schema): Schema => {
    const { $ref, ...rest } = schema;
    if (typeof $ref !== "string") return schema;
    const [file = "", fragment = ""] = $ref.split("#");
    const base = file === "" ? root : own(file.replace(/\.schema\.json$/, ""));
    const target = fragment
      .split("/")
      .slice(1)
      .reduce<unknown>((at, key) => (at as Schema)[key], base) as Schema;
    return { ...resolve(target), ...rest, properties: { ...propertiesOf(target), ...propertiesOf(rest) } };
  };
  const sections: Section[] = [{ path: "", schema: resolve(root) }];
  const parts: string[] = [];
  for (let next = sections.shift(); next; next = sections.shift()) {
    const { path, schema } = next;
    const members = Object.entries(propertiesOf(schema)).filter(([, member]) => member.deprecated !== true);
    const required = new Set((schema.required as string[] | undefined) ?? []);
    const rows = members.map(([name, written]) => {
      const member = resolve(written);
      const inner = innerOf(member, resolve);
      if (inner && Object.keys(propertiesOf(inner.schema)).length > 0)
        sections.push({ path: `${path}${name}${inner.step}`, schema: inner.schema });
      const must = required.has(name) ? " Required." : "";
      return `| \`${name}\` | ${cell(typeOf(member, resolve))} | ${cell(String(written.description ?? member.description ?? ""))}${must} |\n`;
    });
    const heading = path === "" ? "" : `\n### \`${path}\`\n\n`;
    parts.push(`${heading}| member | value | meaning |\n|---|---|---|\n${rows.join("")}`);
  }
  return parts.join("");
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return (schema.properties ?? {}) as Record<string, Schema>;
}

/** What has members of its own below a member: an object, the items of a list, the values of a map. */
function innerOf(member: Schema, resolve: (schema: Schema) => Schema): { schema: Schema; step: string } | undefined {
  if (member.properties && Object.keys(propertiesOf(member)).length > 0) return { schema: member, step: "" };
  if (typeof member.items === "object") return { schema: resolve(member.items as Schema), step: "[]" };
  if (typeof member.additionalProperties === "object")
    return { schema: resolve(member.additionalProperties as Schema), step: ".*" };
  return undefined;
}

function typeOf(schema: Schema, resolve: (schema: Schema) => Schema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(", ");
  if ("const" in schema) return schema.const === "" ? "empty" : `\`${schema.const}\``;
  if (Array.isArray(schema.anyOf) && !schema.properties)
    return [...new Set(schema.anyOf.map((part) => typeOf(resolve(part as Schema), resolve)))].join(", or ");
  if (schema.then && schema.else) return `${typeOf(resolve(schema.else as Schema), resolve)}; or a list of these`;
  if (typeof schema.items === "object") return `list of ${typeOf(resolve(schema.items as Schema), resolve)}`;
  if (typeof schema.additionalProperties === "object")
    return `map of ${typeOf(resolve(schema.additionalProperties as Schema), resolve)}`;
  if (typeof schema.pattern === "string" && schema.pattern.startsWith("^(?:/")) return "JSON Pointer";
  const names: Record<string, string> = {
    string: "text",
    integer: "whole number",
    object: "map",
    boolean: "true, false",
  };
  const types = [schema.type ?? (schema.properties ? "object" : "any")].flat() as string[];
  return types.map((type) => names[type] ?? type).join(" or ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
