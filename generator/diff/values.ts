import type { JsonSchema } from "../model/contract.js";
import { isObject } from "../runtime/pointer.js";
import { otherValues, sampleOf } from "./details.js";

/** So many that each thing that usual details leave open is seen, and so few that huge ones take no time. */
const most = 200;
const deepest = 8;

/** Values that a schema allows, so that each type, value and member that it leaves open is seen in one of them; the first is whole. */
export function allowedValues(schema: JsonSchema, depth = 0): readonly unknown[] {
  const { type, items, properties, additionalProperties, required } = schema;
  if (depth > deepest) return [sampleOf(schema)];
  if ("const" in schema) return [schema.const];
  if (Array.isArray(schema.enum)) return schema.enum;
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray)?.filter(isObject);
  // What stands beside the alternatives holds for all of them.
  if (choices) return bounded(choices.flatMap((choice) => allowedValues(withoutChoices(schema, choice), depth + 1)));
  const types = [type ?? (isObject(properties) ? "object" : [])].flat();
  const each = (one: unknown): readonly unknown[] => {
    if (one === "array") return isObject(items) ? [...allowedValues(items, depth + 1).map((item) => [item]), []] : [[]];
    if (one === "boolean") return [true, false];
    if (one !== "object")
      return [sampleOf({ ...schema, type: one as string }), ...(isLimited(schema) ? [] : others(one))];
    const members = isObject(properties) ? Object.entries(properties as Record<string, JsonSchema>) : [];
    const inMap = isObject(additionalProperties) ? allowedValues(additionalProperties, depth + 1) : [];
    const needed = Array.isArray(required) ? required : [];
    const all = members.map(([name, member]) => [name, allowedValues(member, depth + 1)] as const);
    const whole = Object.fromEntries(all.map(([name, [first]]) => [name, first]));
    return [
      whole,
      ...all.flatMap(([name, [, ...others]]) => others.map((value) => ({ ...whole, [name]: value }))),
      ...members.flatMap(([name]) => (needed.includes(name) ? [] : [without(whole, name)])),
      Object.fromEntries(Object.entries(whole).filter(([name]) => needed.includes(name))),
      ...inMap.map((value) => ({ ...whole, any: value })),
    ];
  };
  return types.length === 0 ? [sampleOf(schema)] : bounded(types.flatMap(each));
}

/** A value that no one has named, so that it is seen where a schema allows any and another does not. */
function others(type: unknown): readonly unknown[] {
  return otherValues[String(type)] ?? [];
}

const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern", "format"];

function isLimited(schema: JsonSchema): boolean {
  return [...limits, "minLength", "maxLength"].some((keyword) => keyword in schema);
}

function withoutChoices({ anyOf: _, oneOf: __, ...rest }: JsonSchema, choice: JsonSchema): JsonSchema {
  const properties = { ...(rest.properties as object), ...(choice.properties as object) };
  const required = [rest.required, choice.required].flatMap((names) => (Array.isArray(names) ? names : []));
  return { ...rest, ...choice, ...(Object.keys(properties).length > 0 ? { properties, required } : {}) };
}

function without(value: Readonly<Record<string, unknown>>, name: string): object {
  const { [name]: _, ...rest } = value;
  return rest;
}

function bounded(values: readonly unknown[]): readonly unknown[] {
  return values.length > most ? values.slice(0, most) : values;
}
