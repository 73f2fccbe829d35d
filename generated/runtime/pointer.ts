// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated

/** The tokens of a JSON Pointer (RFC 6901). */
export function tokensOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A token as it stands in a JSON Pointer. */
export function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * The value at a pointer, own properties only; undefined where there is none, or no pointer. A `*` steps into an array's
 * first item, a `{}` into the first member of an object that is a map.
 */
export function valueAt(body: unknown, pointer: string | undefined): unknown {
  if (pointer === undefined) return undefined;
  return tokensOf(pointer).reduce(
    (value, token) => (isContainer(value) ? own(value, keyIn(value, token)) : undefined),
    body,
  );
}

/** How many items of a list are looked at. */
const maxItems = 100;

/** Every value at a pointer: a `*` steps into each item of an array, up to a number that no honest body reaches. */
export function valuesAt(body: unknown, pointer: string): unknown[] {
  const [start = "", ...rests] = pointer.split(/\/\*(?=\/|$)/);
  const starts = [valueAt(body, start)];
  return rests.reduce((values: unknown[], rest) => {
    const items = values.flatMap((value) => (Array.isArray(value) ? value.slice(0, maxItems) : []));
    return items.slice(0, maxItems).map((item) => valueAt(item, rest));
  }, starts);
}

function keyIn(value: Readonly<Record<string, unknown>>, token: string): string {
  if (token === "*" && Array.isArray(value)) return "0";
  return token === "{}" && !Object.hasOwn(value, token) ? (Object.keys(value)[0] ?? token) : token;
}

/** A member that is the object's own, and neither inherited nor the length of an array. */
export function own<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.prototype.propertyIsEnumerable.call(object, key) ? object[key] : undefined;
}

/** An object or an array. */
export function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A plain object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value);
}
