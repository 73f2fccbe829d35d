import type { Sources } from "../../read/reader.js";
import { child, isObject } from "../../read/source.js";
import { everythingIn } from "../../read/walk.js";

const maps = ["properties", "headers", "scopes"];

/**
 * Whether a document declares a name for something else than codes: a property, a parameter, a header, a scope, an
 * operation, or a value of an enum other than those of codes. It is read as far as it takes to find the name, since it may
 * have half a million places.
 */
export function declaringNames(sources: Sources, codeSchemas: ReadonlySet<unknown>): (name: string) => boolean {
  const names = new Set<string>();
  // Most of what is declared stands there.
  const places = everythingIn(sources, [child(sources.document, "components")]);
  return (name) => {
    while (!names.has(name)) {
      const { value: place, done } = places.next();
      if (done) return false;
      if (isObject(place.value)) addNames(names, place.value, codeSchemas);
    }
    return true;
  };
}

function addNames(
  names: Set<string>,
  value: Readonly<Record<string, unknown>>,
  codeSchemas: ReadonlySet<unknown>,
): void {
  for (const map of maps) if (isObject(value[map])) for (const name of Object.keys(value[map])) names.add(name);
  for (const own of [value.in && value.name, value.operationId]) if (typeof own === "string") names.add(own);
  if (codeSchemas.has(value) || !Array.isArray(value.enum)) return;
  for (const listed of value.enum as readonly unknown[]) if (typeof listed === "string") names.add(listed);
}
