import type { Sources } from "../../read/reader.js";
import type { Envelope } from "../../runtime/contract.js";
import { branchesOf } from "../document/alternatives.js";
import type { OperationNode } from "../document/operations.js";
import { type Body, shapesOf } from "./bodies.js";
import { codePlaces } from "./code-place.js";
import { envelopeOf } from "./envelope-places.js";
import type { PlacesFor } from "./known-places.js";
import type { Place } from "./places.js";

/** A member that says by its name that it holds what went wrong. */
const ofErrors = /^(?:errors?|failures?|faults?)$/i;

/** What a body says where it is none of success. */
const flags = /^(?:success|ok|succeeded)$/i;

/**
 * Where a document describes no body of an error, and its answers of success have a member for errors: that member, as
 * the answers that fail have it; or that alternative of them which says by a flag that it failed. Of several, the one that
 * most answers have.
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
        const failure = branchesOf(media.schema, follow).map(placesFor).find(saysFailure);
        const places = failure ?? placesFor(media.schema).filter(({ path }) => ofErrors.test(path[0] ?? ""));
        return { media, schema: media.schema, status: "default", isAnyAnswer: () => false, examples: [], places };
      })
      .filter(({ places }) => places.length > 0),
  );
  const found = shapesOf(bodies, follow).flatMap(({ shape, bodies: group }) => {
    const [code] = codePlaces(shape).filter(({ path }) => path.length > 1 || saysFailure(shape.places));
    return code ? [{ pointers: envelopeOf(shape, code), weight: group.length }] : [];
  });
  const [most] = found.sort((a, b) => b.weight - a.weight);
  return most?.pointers;
}

/** `{ "ok": false }`, and never true. */
function saysFailure(places: readonly Place[]): boolean {
  return places.some(
    ({ path, literals }) => path.length === 1 && flags.test(path[0]!) && literals.length === 1 && literals[0] === false,
  );
}
