import type { Details, JsonSchema } from "../../model/contract.js";
import { isObject, own } from "../../runtime/pointer.js";
import { stringLiteral } from "./text.js";

/** What a server is asked for: the type of the details without the constants that the contract has in them. */
export interface AskedDetails {
  readonly type: string;
  readonly optional: boolean;
}

/** Undefined where nothing is left to ask for. */
export function askedDetails({ schema, optional }: Details, type: string): AskedDetails | undefined {
  const constants = optional || !isClosed(schema) ? [] : constantsIn(schema);
  if (constants.length === 0 || type === "unknown") return { type, optional };
  const { properties, required } = schema as { properties: JsonSchema; required: readonly string[] };
  if (Object.keys(properties).length === constants.length) return undefined;
  const names = constants.map((name) => stringLiteral(name).text).join(" | ");
  return { type: `Omit<${type}, ${names}>`, optional: required.length === constants.length };
}

/** The members that are due and have one value only. */
function constantsIn({ properties, required }: JsonSchema): readonly string[] {
  if (!isObject(properties) || !Array.isArray(required)) return [];
  return (required as string[]).filter((name) => isConstant(own(properties, name)));
}

function isConstant(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const { enum: values } = schema;
  return "const" in schema || (Array.isArray(values) && values.length === 1);
}

/** Whether all members are named: of a type that has others, `Omit` leaves nothing but those. */
function isClosed({ additionalProperties }: JsonSchema): boolean {
  return additionalProperties === undefined || additionalProperties === false;
}
