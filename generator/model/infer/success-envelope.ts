import type { Sources } from "../../read/reader.js";
import type { Envelope } from "../../runtime/contract.js";
import type { OperationNode } from "../document/operations.js";
import { type Body, shapesOf } from "./bodies.js";
import { codePlaces } from "./code-place.js";
import { envelopeOf } from "./envelope-places.js";
import type { PlacesFor } from "./known-places.js";

/** A member that says by its name that it holds what went wrong. */
const ofErrors = /^(?:errors?|failures?|faults?)$/i;

/**
 * Where a document describes no body of an error, and its answers of success have a member for errors: that member, as
 * the answers that fail have it. Of several, the one that most answers have.
 */
export function successEnvelope(
  operations: readonly OperationNode[],
  placesFor: PlacesFor,
  follow: Sources["follow"],
): Envelope | undefined {
  const schemas = new Set<unknown>();
  const bodies = operations.flatMap(({ responses }) =>
    responses
      .filter(({ key }) => key.startsWith("2"))
      .flatMap(({ media }) => media)
      .filter(({ schema: { value } }) => !schemas.has(value) && schemas.add(value))
      .map((media): Body => {
        const places = placesFor(media.schema).filter(({ path }) => ofErrors.test(path[0] ?? ""));
        return { media, schema: media.schema, status: "default", isAnyAnswer: () => false, examples: [], places };
      })
      .filter(({ places }) => places.length > 0),
  );
  const found = shapesOf(bodies, follow).flatMap(({ shape, bodies: group }) => {
    const [code] = codePlaces(shape).filter(({ path }) => path.length > 1);
    return code ? [{ pointers: envelopeOf(shape, code), weight: group.length }] : [];
  });
  const [most] = found.sort((a, b) => b.weight - a.weight);
  return most?.pointers;
}
