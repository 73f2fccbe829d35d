import { isObject } from "../../read/source.js";
import type { JsonSchema } from "../contract.js";

/** One schema that asks for all that they ask for, so that details are shown and checked as a whole; the last one of two has its say. */
export function merge(schemas: readonly JsonSchema[]): JsonSchema {
  const [only, ...others] = schemas;
  if (only && others.length === 0) return only;
  const properties = new Map<string, JsonSchema[]>();
  for (const schema of schemas)
    for (const [name, member] of Object.entries(propertiesOf(schema))) {
      const said = properties.get(name) ?? [];
      if (isObject(member)) said.push(member);
      properties.set(name, said);
    }
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const values = schemas.map((schema) => schema.enum).reduce(commonValues, undefined);
  return {
    ...Object.fromEntries(schemas.flatMap((schema) => Object.entries(schema))),
    ...(properties.size > 0
      ? { properties: Object.fromEntries([...properties].map(([name, all]) => [name, merge(all)])) }
      : {}),
    ...(required.size > 0 ? { required: [...required] } : {}),
    ...(values === undefined ? {} : { enum: values }),
  };
}

/** What both lists allow; where they have nothing in common, the last one. */
function commonValues(a: unknown, b: unknown): unknown {
  if (!Array.isArray(a) || !Array.isArray(b)) return b ?? a;
  const common = b.filter((value) => a.includes(value));
  return common.length > 0 ? common : b;
}

function propertiesOf({ properties }: JsonSchema): JsonSchema {
  return isObject(properties) ? properties : {};
}

/** `nullable` of OpenAPI 3.0 as JSON Schema says it, for whatever the schema is made of. */
export function withNull(schema: JsonSchema): JsonSchema {
  const { nullable, ...rest } = schema;
  if (nullable !== true) return nullable === undefined ? schema : rest;
  const { type, enum: values, anyOf, oneOf, const: constant } = rest;
  const alternatives = (list: unknown) =>
    Array.isArray(list) ? [...(list as unknown[]), { type: "null" }] : undefined;
  const listed = Array.isArray(values) ? (values as unknown[]) : constant === undefined ? undefined : [constant];
  const { const: _, ...open } = rest;
  return {
    ...open,
    ...(type === undefined ? {} : { type: [...new Set([type, "null"].flat())] }),
    ...(listed === undefined ? {} : { enum: [...new Set([...listed, null])] }),
    ...(anyOf === undefined ? {} : { anyOf: alternatives(anyOf) }),
    ...(oneOf === undefined ? {} : { oneOf: alternatives(oneOf) }),
  };
}
