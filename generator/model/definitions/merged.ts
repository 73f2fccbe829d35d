import { isObject } from "../../read/source.js";
import type { JsonSchema } from "../contract.js";

/** One schema that asks for all that they ask for, so that details are shown and checked as a whole. */
export function merge(schemas: readonly JsonSchema[]): JsonSchema {
  return schemas.reduce(mergeTwo, {});
}

function mergeTwo(a: JsonSchema, b: JsonSchema): JsonSchema {
  const names = new Set([...Object.keys(propertiesOf(a)), ...Object.keys(propertiesOf(b))]);
  const properties = [...names].map((name) => {
    const both = [propertiesOf(a)[name], propertiesOf(b)[name]];
    return [name, merge(both.filter(isObject))] as const;
  });
  const required = new Set([a.required ?? [], b.required ?? []].flat());
  const values = commonValues(a.enum, b.enum);
  return {
    ...a,
    ...b,
    ...(names.size > 0 ? { properties: Object.fromEntries(properties) } : {}),
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
