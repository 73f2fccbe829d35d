import { createHash } from "node:crypto";
import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { isObject, type Node } from "../../read/source.js";
import { type Place, placesOf } from "./places.js";

type Follow = Sources["follow"];

export type PlacesFor = (schema: Node) => readonly Place[];

/** The places of each schema, found once: most are shared. */
export function rememberPlaces(follow: Follow): PlacesFor {
  const known = new Map<unknown, readonly Place[]>();
  return (schema) => {
    const { value } = follow(schema);
    const places = known.get(value) ?? placesOf(schema, follow);
    known.set(value, places);
    return places;
  };
}

/** Whether none of the alternatives of a schema says what a body holds. */
export function saysNothing(branches: readonly Node[], placesFor: PlacesFor): boolean {
  return branches.every((branch) => !isObject(branch.value) || placesFor(branch).length === 0);
}

/** The same for bodies that declare the same, whatever stands beside them. */
export const likenessOf = onceFor((places: readonly Place[]) =>
  JSON.stringify(places.map(({ isTag: _, ...place }) => ({ ...place, literals: digestOf(place.literals) }))),
);

/** Of a list that may be long, and that hundreds of bodies may share. */
const digestOf = onceFor((list: readonly unknown[]) => createHash("sha256").update(JSON.stringify(list)).digest("hex"));
