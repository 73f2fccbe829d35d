import type { Details, JsonSchema } from "../../model/contract.js";
import { isObject } from "../../runtime/pointer.js";
import { memberKey, stringLiteral } from "./text.js";

/** What a server is asked for: the type of the details without the constants that the contract has in them. */
export interface AskedDetails {
  readonly type: string;
  readonly optional: boolean;
}

/** Undefined where nothing is left to ask for. */
export function askedDetails({ schema, optional }: Details, type: string): AskedDetails | undefined {
  return optional || type === "unknown" ? { type, optional } : askedOf(schema, type);
}

/** The same for an object at any depth: nobody has to say what is constant in it, nor an object of constants alone. */
function askedOf(schema: JsonSchema, type: string): AskedDetails | undefined {
  if (!isOfNamedMembers(schema)) return { type, optional: false };
  const members = Object.entries(schema.properties);
  const required = members.filter(([name]) => schema.required.includes(name)).map(([name]) => name);
  const asked = members.map(([name, member]) => {
    const isDue = required.includes(name);
    const place = `${type}[${stringLiteral(name).text}]`;
    if (isConstant(member)) return { name, isFilled: isDue, changed: undefined };
    const inner = isObject(member) ? askedOf(member, isDue ? place : `NonNullable<${place}>`) : undefined;
    if (inner === undefined) return { name, isFilled: isDue && isObject(member), changed: undefined };
    const isSame = inner.type === place || inner.type === `NonNullable<${place}>`;
    const key = `${memberKey(name).text}${isDue && !inner.optional ? "" : "?"}`;
    return { name, isFilled: isDue && inner.optional, changed: isSame ? undefined : `${key}: ${inner.type}` };
  });
  const left = asked.filter(({ isFilled, changed }) => !isFilled || changed !== undefined);
  if (left.length === 0 && members.length > 0) return undefined;
  const omitted = asked.filter((member) => !left.includes(member) || member.changed !== undefined);
  if (omitted.length === 0) return { type, optional: false };
  const kept = left.filter(({ changed }) => changed === undefined);
  const changed = left.flatMap((member) => member.changed ?? []);
  const names = omitted.map(({ name }) => stringLiteral(name).text).join(" | ");
  const parts = [
    ...(kept.length > 0 || changed.length === 0 ? [`Omit<${type}, ${names}>`] : []),
    ...(changed.length > 0 ? [`{ ${changed.join("; ")} }`] : []),
  ];
  const isOptional = required.length > 0 && asked.every(({ name, isFilled }) => isFilled || !required.includes(name));
  return { type: parts.join(" & "), optional: isOptional };
}

type NamedMembers = JsonSchema & {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
};

/** An object, and no null, whose members are all named: of a type that has others, `Omit` leaves nothing but those. */
export function isOfNamedMembers(schema: JsonSchema): schema is NamedMembers {
  const { type = "object", properties, required, additionalProperties = false } = schema;
  return type === "object" && isObject(properties) && Array.isArray(required) && additionalProperties === false;
}

export function isConstant(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const { enum: values } = schema;
  return "const" in schema || (Array.isArray(values) && values.length === 1);
}
