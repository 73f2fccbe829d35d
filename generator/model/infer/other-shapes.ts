import type { Sources } from "../../read/reader.js";
import type { Node } from "../../read/source.js";
import { valuesAt } from "../../runtime/pointer.js";
import type { MediaNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import { examplesOf, samplesOf } from "../evidence/samples.js";
import { isTelling } from "./code-name.js";
import type { PlacesFor } from "./known-places.js";
import { isText } from "./message-place.js";
import type { Place } from "./places.js";
import { placesOfExample } from "./places-of-example.js";

/**
 * The examples of a body that say an error, and nowhere where its schema says one: `{ "code", "message" }` below a schema of
 * `{ "error": { "code", "message" } }`, or a list of what is declared as one. Nobody knows which of the two is sent.
 */
export function otherShapes(
  media: MediaNode,
  branches: readonly Node[],
  placesFor: PlacesFor,
  follow: Sources["follow"],
): readonly Node[] {
  const examples = shownBodies(media, branches, follow);
  if (examples.length === 0) return examples;
  const declared = branches.flatMap((branch) => placesFor(branch).filter(tellsOfError));
  if (declared.length === 0) return [];
  const isOther = ({ value }: Node) =>
    declared.every(({ pointer }) => valuesAt(value, pointer).every((held) => held === undefined)) &&
    placesOfExample([value]).some(tellsOfError);
  return examples.filter(isOther);
}

/** The bodies that a media type shows, and those that its schemas do as a whole. */
export function shownBodies(media: MediaNode, branches: readonly Node[], follow: Sources["follow"]): readonly Node[] {
  return [...examplesOf(media, follow), ...branches.flatMap((branch) => ofSchema(branch, follow))];
}

export function tellsOfError(place: Place): boolean {
  return isTelling(place) || isText(place);
}

function ofSchema(schema: Node, follow: Sources["follow"]): Node[] {
  const samples = schemasAt(schema, [], follow).flatMap((part) => samplesOf(part, follow));
  return samples.filter(({ value }) => value !== undefined);
}
