import type { Details, JsonSchema } from "../model/contract.js";
import { isObject } from "../runtime/pointer.js";

/** One member of the details, or of what is in them. */
export interface DetailRow {
  /** The way to it: `quota.used`, `items[].id`. */
  readonly name: string;
  readonly type: string;
  readonly always: boolean;
  readonly description: string;
  /** How deep in it stands: 0 for a member of the details themselves. */
  readonly depth: number;
}

/** More rows than these help nobody: a schema of somebody's whole data may stand below an error. */
const [mostRows, deepest] = [60, 4];

/** A row for each member of the details, nested ones too; one for the whole where they have no declared members. */
export function detailRows({ schema, optional }: Details): DetailRow[] {
  const rows = membersOf(schema, "", 0).filter(tells);
  if (rows.length === 0) return [rowOf("details", schema, !optional, 0), ...itemRows(schema)];
  // Where there are too many, those of the upper levels.
  const levels = Array.from({ length: deepest + 1 }, (_, depth) => rows.filter((row) => row.depth <= depth));
  const fitting = levels.findLast((some) => some.length <= mostRows) ?? rows;
  return (fitting.length > 0 ? fitting : rows).slice(0, mostRows);
}

/** Of details that are a list: what is in each of its items. */
function itemRows({ items }: JsonSchema): DetailRow[] {
  const rows = isObject(items) ? membersOf(items, "details[].", 1).filter(tells) : [];
  return rows.length < mostRows ? rows : [];
}

/** What is deeper in is of use where something is said of it. */
function tells({ depth, type, description }: DetailRow): boolean {
  return depth === 0 || type !== "any" || description !== "";
}

function membersOf(schema: JsonSchema, prefix: string, depth: number): DetailRow[] {
  if (depth > deepest) return [];
  const alternatives = [schema.anyOf ?? [], schema.oneOf ?? []].flat().filter(isObject);
  if (alternatives.length > 0)
    return inAny(alternatives, membersOf({ ...schema, anyOf: [], oneOf: [] }, prefix, depth), prefix, depth);
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([key, part]) => {
    const member = isObject(part) ? part : {};
    const name = `${prefix}${key}`;
    return [
      rowOf(name, member, required.includes(key), depth),
      ...membersOf(member, `${name}.`, depth + 1),
      ...(isObject(member.items) ? membersOf(member.items, `${name}[].`, depth + 1) : []),
    ];
  });
}

/** The members of any alternative, and those that all have: what only some of them have is there sometimes. */
function inAny(alternatives: readonly JsonSchema[], shared: DetailRow[], prefix: string, depth: number): DetailRow[] {
  const rows = new Map(shared.map((row) => [row.name, row]));
  const each = alternatives
    .filter(({ type }) => type !== "null")
    .map((alternative) => new Map(membersOf(alternative, prefix, depth).map((row) => [row.name, row])));
  for (const row of each.flatMap((own) => [...own.values()])) {
    const always = each.every((own) => own.get(row.name)?.always);
    if (!rows.has(row.name)) rows.set(row.name, { ...row, always });
  }
  return [...rows.values()];
}

function rowOf(name: string, schema: JsonSchema, always: boolean, depth: number): DetailRow {
  const { description } = schema;
  const said = typeof description === "string" ? description : "";
  return { name, always, type: typeInWords(schema), description: said, depth };
}

/** `integer`, `array of string`, `one of "a", "b"`. */
function typeInWords(schema: JsonSchema): string {
  const { type, items, additionalProperties, format } = schema;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (Array.isArray(values) && values.length <= 8)
    return `${values.length > 1 ? "one of " : ""}${values.map((value) => JSON.stringify(value)).join(", ")}`;
  const stated = [type].flat().filter((name) => typeof name === "string");
  const types = stated.length > 0 ? stated : typesMeant(schema);
  const named = types.length === 0 ? "any" : types.join(" or ");
  if (types.includes("array") && isObject(items)) return `${named} of ${typeInWords(items)}`;
  if (types.includes("object") && isObject(additionalProperties))
    return `${named} of ${typeInWords(additionalProperties)}`;
  return typeof format === "string" ? `${named} (${format})` : named;
}

/** What a schema without a type describes. */
function typesMeant({ properties, items, enum: values }: JsonSchema): string[] {
  if (isObject(properties)) return ["object"];
  if (isObject(items)) return ["array"];
  return Array.isArray(values) && values.every((value) => typeof value === "string") ? ["string"] : [];
}
