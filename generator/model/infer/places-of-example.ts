import { isObject, pointerText } from "../../read/source.js";
import type { Place } from "./places.js";

const maxSteps = 4;

interface Seen {
  readonly path: readonly string[];
  readonly values: unknown[];
}

/** Where bodies without a schema hold what, as far as their examples show it. */
export function placesOfExample(bodies: readonly unknown[]): Place[] {
  const places = new Map<string, Seen>();
  const visit = (value: unknown, path: readonly string[]): void => {
    const pointer = pointerText(path);
    const seen = places.get(pointer) ?? { path, values: [] };
    if (path.length > 0) places.set(pointer, seen);
    seen.values.push(value);
    if (path.length >= maxSteps) return;
    if (Array.isArray(value)) for (const item of value) visit(item, [...path, "*"]);
    if (isObject(value)) for (const [name, member] of Object.entries(value)) visit(member, [...path, name]);
  };
  for (const body of bodies) visit(body, []);
  return [...places]
    .map(([pointer, { path, values }]) => ({
      pointer,
      path,
      types: [...new Set(values.map(typeOf))].filter((type) => type !== "null").sort(),
      literals: [],
      discriminates: false,
      isTag: false,
      format: undefined,
      valueTypes: isMapOfLists(values.filter(isObject)) ? ["array"] : [],
      isStatus: false,
      isOccurrence: false,
      isDeprecated: false,
      isUnsaid: false,
    }))
    .sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

/** `{ "email": ["is taken"] }`: its members are no names of a schema. */
function isMapOfLists(values: readonly object[]): boolean {
  const members = values.flatMap((value) => Object.values(value) as unknown[]);
  const isTexts = (member: unknown) => Array.isArray(member) && member.every((text) => typeof text === "string");
  return members.length > 0 && members.every(isTexts);
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
