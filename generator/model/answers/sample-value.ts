import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import { isShallowJson } from "../../runtime/depth.js";
import { partsOf } from "../document/schemas.js";
import { formatSamples } from "./format-samples.js";

type Follow = Sources["follow"];

/** A body that people look at, and no more of it than they would: some schemas reach hundreds of others, and lead to themselves. */
const [deepest, mostValues] = [12, 2000];

interface Making {
  readonly follow: Follow;
  left: number;
}

/** The schemas that a value stands in, from the inside out. */
interface Within {
  readonly value: unknown;
  readonly depth: number;
  readonly above: Within | undefined;
}

/**
 * A value that a schema accepts, as a server sends it: the schema's own examples, constants and defaults where it has
 * them, all of its members, and something plain for the rest. Patterns are not run, so a text may not fit its own.
 */
export function sampleValue(schema: Node, follow: Follow): unknown {
  return madeOf(schema, undefined, { follow, left: mostValues });
}

/** Undefined where a schema leads back to itself, or has no end. */
function madeOf(schema: Node, above: Within | undefined, making: Making): unknown {
  making.left -= 1;
  if (making.left < -mostValues) return undefined;
  const parts = partsOf(schema, making.follow);
  const [own] = parts;
  if (own === undefined) return "text";
  if (parts.some(({ value }) => isObject(value) && isIn(above, value))) return undefined;
  const stated = statedBy(parts);
  if (stated !== undefined && isShallowJson(stated)) return stated;
  const within: Within = { value: own.value, depth: (above?.depth ?? 0) + 1, above };
  const types = parts.flatMap((part) => [child(part, "type").value].flat()).filter((type) => typeof type === "string");
  const chosen = parts.flatMap((part) => alternativeOf(part, making.follow) ?? []);
  const samples = chosen.map((part) => madeOf(part, within, making)).filter((value) => value !== undefined);
  const names = parts.flatMap((part) => members(child(part, "properties")));
  if (names.length > 0 || types.includes("object")) {
    const objects = [...samples.filter(isObject), objectOf(parts, within, making)];
    return Object.fromEntries(objects.flatMap(Object.entries));
  }
  const [alternative] = samples;
  if (alternative !== undefined)
    return samples.every(isObject) ? Object.fromEntries(samples.flatMap(Object.entries)) : alternative;
  const ofItems = parts.map((part) => child(part, "items")).find(({ value }) => isObject(value));
  if (ofItems || types.includes("array")) return ofItems ? listOf(ofItems, parts, within, making) : [];
  return plainValue(types.find((type) => type !== "null") ?? types[0], parts);
}

/** What a schema shows or fixes itself. */
function statedBy(parts: readonly Node[]): unknown {
  const first = (read: (part: Node) => unknown) => parts.map(read).find((value) => value !== undefined);
  const [own] = parts;
  const shown =
    own && [child(own, "example"), ...items(child(own, "examples"))].find(({ value }) => value !== undefined);
  return (
    first((part) => child(part, "const").value) ??
    shown?.value ??
    first((part) => child(part, "default").value) ??
    first((part) => items(child(part, "enum")).find(({ value }) => value !== null)?.value)
  );
}

/** The first alternative that is more than null. */
function alternativeOf(part: Node, follow: Follow): Node | undefined {
  const listed = ["oneOf", "anyOf"].flatMap((keyword) => items(child(part, keyword)));
  return listed.find((alternative) => child(follow(alternative), "type").value !== "null");
}

/** All members that a server sends; where that is much, those that have to be there. */
function objectOf(parts: readonly Node[], within: Within, making: Making): Record<string, unknown> {
  const required = new Set(parts.flatMap((part) => items(child(part, "required")).map(({ value }) => value)));
  const isShort = within.depth > deepest || making.left < 0;
  const declared = declaredIn(parts, making.follow);
  const isSent = (member: Node) => child(making.follow(member), "writeOnly").value !== true;
  const needed = [...declared].filter(([name, member]) => required.has(name) && isSent(member));
  const others = [...declared].filter(([name, member]) => !required.has(name) && isSent(member));
  const most = isShort
    ? 0
    : Math.max((numberOf(parts, "maxProperties") ?? Number.POSITIVE_INFINITY) - needed.length, 0);
  const shown = [...needed, ...others.slice(0, most)];
  const undeclared = [...required].filter((name) => typeof name === "string" && !declared.has(name));
  const free = parts.map((part) => child(part, "additionalProperties")).find(({ value }) => isObject(value));
  const made = shown.map(([name, member]) => [name, madeOf(member, within, making)] as const);
  const rest = undeclared.map((name) => [String(name), free ? madeOf(free, within, making) : "text"] as const);
  const all = new Map([...made, ...rest].filter(([, value]) => value !== undefined));
  const inOrder = [...declared.keys(), ...all.keys()].filter((name) => all.has(name));
  return Object.fromEntries(inOrder.map((name) => [name, all.get(name)]));
}

/** The members that parts declare: where several declare one, by the last that says what it is, or which values it has. */
function declaredIn(parts: readonly Node[], follow: Follow): Map<string, Node> {
  const isFixed = (member: Node) =>
    ["const", "enum"].some((keyword) => child(follow(member), keyword).value !== undefined);
  const declared = new Map<string, Node>();
  for (const [name, member] of parts.flatMap((part) => members(child(part, "properties")))) {
    const known = declared.get(name);
    if (known === undefined || isFixed(member) || !isFixed(known)) declared.set(name, member);
  }
  return declared;
}

function listOf(ofItems: Node, parts: readonly Node[], within: Within, making: Making): unknown[] {
  const item = within.depth > deepest || making.left < 0 ? undefined : madeOf(ofItems, within, making);
  if (item === undefined) return [];
  // Lists in lists would grow beyond all measure.
  const most = within.depth > 3 ? 1 : 10;
  return Array.from({ length: Math.min(Math.max(numberOf(parts, "minItems") ?? 1, 1), most) }, () => item);
}

function plainValue(type: unknown, parts: readonly Node[]): unknown {
  if (type === "null") return null;
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberWithin(parts);
  const format = parts.map((part) => child(part, "format").value).find((value) => typeof value === "string");
  const shown = formatSamples.get(String(format));
  if (shown !== undefined) return shown;
  const [least = 0, most = 4] = [numberOf(parts, "minLength"), numberOf(parts, "maxLength")];
  return "text".slice(0, most).padEnd(Math.min(least, 1000), "x");
}

function numberWithin(parts: readonly Node[]): number {
  const above = numberOf(parts, "exclusiveMinimum");
  const least = numberOf(parts, "minimum") ?? (above === undefined ? undefined : above + 1);
  const most = numberOf(parts, "maximum");
  const value = Math.max(1, Math.ceil(least ?? 1));
  if (least !== undefined && least > 1) return value;
  return most !== undefined && most < value ? most : value;
}

function numberOf(parts: readonly Node[], keyword: string): number | undefined {
  const value = parts.map((part) => child(part, keyword).value).find((each) => typeof each === "number");
  return typeof value === "number" ? value : undefined;
}

function isIn(within: Within | undefined, value: unknown): boolean {
  for (let at = within; at; at = at.above) if (at.value === value) return true;
  return false;
}
