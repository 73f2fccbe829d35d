// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { remembered } from "./remembered.js";

/** The tokens of a JSON Pointer (RFC 6901). */
export function tokensOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A token as it stands in a JSON Pointer. */
export function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** The tokens of a pointer that comes again and again. */
export const knownTokens: (pointer: string) => readonly string[] = /* @__PURE__ */ remembered(tokensOf);

/**
 * The value at a pointer, own properties only; undefined where there is none, or no pointer. A `*` steps into an array's
 * first item, a `{}` into the first member of an object that is a map.
 */
export function valueAt(body: unknown, pointer: string | undefined): unknown {
  if (pointer === undefined) return undefined;
  let value = body;
  for (const token of knownTokens(pointer)) value = memberAt(value, token);
  return value;
}

/** The value that one token of a pointer leads to. */
export function memberAt(value: unknown, token: string): unknown {
  return isContainer(value) ? own(value, keyIn(value, token)) : undefined;
}

/** How many items of a list are looked at. */
const maxItems = 100;

/** Every value at a pointer: a `*` steps into each item of an array, up to a number that no honest body reaches. */
export function valuesAt(body: unknown, pointer: string): unknown[] {
  const [start, ...rests] = knownParts(pointer);
  let values = [valueAt(body, start)];
  for (const rest of rests) values = itemsOf(values).map((item) => valueAt(item, rest));
  return values;
}

/** The same with where each of them stands, as a pointer to that item alone. */
export function placesAt(body: unknown, pointer: string): (readonly [pointer: string, value: unknown])[] {
  const [start = "", ...rests] = knownParts(pointer);
  let places: (readonly [pointer: string, value: unknown])[] = [[start, valueAt(body, start)]];
  for (const rest of rests)
    places = places
      .flatMap(([at, value]) => itemsOf([value]).map((item, index) => [`${at}/${index}`, item] as const))
      .slice(0, maxItems)
      .map(([at, item]) => [at + rest, valueAt(item, rest)] as const);
  return places;
}

const knownParts: (pointer: string) => readonly string[] = /* @__PURE__ */ remembered((pointer) =>
  pointer.split(/\/\*(?=\/|$)/),
);

/** The items of all lists among some values, up to that number. */
export function itemsOf(values: readonly unknown[]): unknown[] {
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  return lists.flatMap((list) => list.slice(0, maxItems)).slice(0, maxItems);
}

function keyIn(value: Readonly<Record<string, unknown>>, token: string): string {
  if (token === "*" && Array.isArray(value)) return "0";
  return token === "{}" && !Array.isArray(value) && !Object.hasOwn(value, token)
    ? (Object.keys(value)[0] ?? token)
    : token;
}

/** A member that is the object's own, and neither inherited nor the length of an array. */
export function own<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) && !(key === "length" && Array.isArray(object)) ? object[key] : undefined;
}

/** Gives an object a member of its own, whatever its prototype has of that name. */
export function put<Value>(object: Record<string, Value>, key: string, value: Value): void {
  if (key in object) define(object, key, value, true);
  else object[key] = value;
}

/** Defines a member like any other, enumerable or not. */
export function define(object: object, key: PropertyKey, value: unknown, enumerable: boolean): void {
  Object.defineProperty(object, key, { value, enumerable, configurable: true, writable: true });
}

/** An object or an array. */
export function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A plain object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value);
}
