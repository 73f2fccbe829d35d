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

/** The value at a pointer, own properties only; undefined where there is none. A `*` steps into an array's first item. */
export function valueAt(body: unknown, pointer: string): unknown {
  let value = body;
  for (const token of tokensOf(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    const key = token === "*" && Array.isArray(value) ? "0" : token;
    if (!Object.hasOwn(value, key) || (Array.isArray(value) && key === "length")) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A plain object: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
