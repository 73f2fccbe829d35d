/** A JSON Schema, or a part of one. */
export type Schema = { readonly [keyword: string]: unknown };

/**
 * A schema of this project (2020-12) as editors understand it: draft-07, every reference replaced by what it leads to,
 * an object of one piece in the place of several that hold together, alternatives in the place of conditions on a type.
 */
export function flatSchema(schema: Schema, root: Schema = schema): Schema {
  const { $schema: _, $defs: __, title: ___, $ref, if: condition, ...own } = schema;
  if ($ref !== undefined) return merged(flatSchema(definition(String($ref), root), root), flatSchema(own, root));
  const type = isSchema(condition) && Object.keys(condition).join() === "type" ? condition : undefined;
  if (type) {
    const { then = {}, else: otherwise = {}, ...rest } = own;
    const yes = flatSchema(then as Schema, root);
    const no = flatSchema(otherwise as Schema, root);
    const others = Array.isArray(no.anyOf) && Object.keys(no).length === 1 ? no.anyOf : [no];
    return { ...flatSchema(rest, root), anyOf: [{ ...type, ...yes }, ...others] };
  }
  const { allOf, ...rest } = condition === undefined ? own : { ...own, if: condition };
  const whole = Object.entries(rest).reduce<Schema>(
    (made, [keyword, value]) => merged(made, flatMember(keyword, value, root)),
    {},
  );
  return Array.isArray(allOf) ? allOf.map((part) => flatSchema(part, root)).reduce(merged, whole) : whole;
}

function flatMember(keyword: string, value: unknown, root: Schema): Schema {
  if (keyword === "unevaluatedProperties") return { additionalProperties: value };
  if (keyword === "properties") return flatProperties(value as Readonly<Record<string, Schema>>, root);
  if (Array.isArray(value) && ["anyOf", "oneOf"].includes(keyword))
    return { [keyword]: value.map((part) => flatSchema(part, root)) };
  return { [keyword]: isSchema(value) ? flatSchema(value, root) : value };
}

/** Spellings that are read, but not recommended, as patterns: editors offer only properties. */
function flatProperties(all: Readonly<Record<string, Schema>>, root: Schema): Schema {
  const properties: Record<string, Schema> = {};
  const patternProperties: Record<string, Schema> = {};
  for (const [name, { deprecated, ...schema }] of Object.entries(all))
    if (deprecated) patternProperties[`^${name}$`] = flatSchema(schema, root);
    else properties[name] = flatSchema(schema, root);
  return merged({ properties }, Object.keys(patternProperties).length > 0 ? { patternProperties } : {});
}

/** Two schemas that hold together, as one. What the second says of itself wins. */
function merged(first: Schema, second: Schema): Schema {
  const of = (keyword: string) => {
    const both = { ...(first[keyword] as Schema), ...(second[keyword] as Schema) };
    return Object.keys(both).length > 0 ? { [keyword]: both } : {};
  };
  return { ...first, ...second, ...of("properties"), ...of("patternProperties") };
}

function definition(reference: string, { $defs }: Schema): Schema {
  return ($defs as Schema)[reference.replace("#/$defs/", "")] as Schema;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
