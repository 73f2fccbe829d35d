import { isObject, pointerText } from "../../read/source.js";
import type { Place } from "./places.js";

const maxSteps = 4;

/** Where bodies without a schema hold what, as far as their examples show it. */
export function placesOfExample(bodies: readonly unknown[]): Place[] {
  const types = new Map<string, { readonly path: readonly string[]; readonly types: Set<string> }>();
  const visit = (value: unknown, path: readonly string[]): void => {
    const pointer = pointerText(path);
    const known = types.get(pointer) ?? { path, types: new Set<string>() };
    if (path.length > 0) types.set(pointer, known);
    known.types.add(typeOf(value));
    if (path.length >= maxSteps) return;
    if (Array.isArray(value)) for (const item of value) visit(item, [...path, "*"]);
    if (isObject(value)) for (const [name, member] of Object.entries(value)) visit(member, [...path, name]);
  };
  for (const body of bodies) visit(body, []);
  return [...types]
    .map(([pointer, { path, types }]) => ({
      pointer,
      path,
      types: [...types].filter((type) => type !== "null").sort(),
      literals: [],
      format: undefined,
      valueTypes: [],
    }))
    .sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
