import type { Sources } from "../../read/reader.js";
import type { Body } from "./bodies.js";
import { envelopeOf } from "./envelope-places.js";
import type { Candidate } from "./merge-envelopes.js";
import { isText } from "./message-place.js";
import { mayLackCode } from "./optional-code.js";
import type { Place } from "./places.js";
import type { Shape } from "./shape.js";

/** The members of an error of OAuth (RFC 6749, section 5.2). */
const ofOauth = ["error", "error_description", "error_uri"];

/**
 * Two bodies that one schema declares side by side: `{ error_code, msg }` of the API's own, and `{ error, error_description }`
 * of its token endpoint. The places of the first, and the second as an envelope of its own; undefined for any other schema.
 */
export function oauthBeside(
  shape: Shape,
  code: Place | undefined,
  bodies: readonly Body[],
  follow: Sources["follow"],
): { readonly own: Shape; readonly oauth: Candidate } | undefined {
  const pair = shape.places.filter(({ path }) => path.length === 1 && ofOauth.includes(path[0]!));
  const [error, description] = ofOauth.map((name) =>
    pair.find(({ path, types }) => path[0] === name && isOfText(types)),
  );
  if (!error || !description || code === undefined || code.path.length !== 1 || pair.includes(code)) return undefined;
  const places = shape.places.filter((place) => !pair.includes(place));
  const saysOwn = places.some((place) => place.path.length === 1 && place !== code && isText(place));
  if (!saysOwn || !mayLackCode(bodies, code.pointer, follow)) return undefined;
  const pointers = envelopeOf({ ...shape, places: pair }, error);
  return { own: { ...shape, places }, oauth: { pointers, places: pair, weight: 0, runnersUp: [], bodies: [] } };
}

function isOfText(types: readonly string[]): boolean {
  return types.join() === "string";
}
