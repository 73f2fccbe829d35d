import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node } from "../../read/source.js";
import type { MediaNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import { isMapOfBodies, namedBodies, singleBody } from "../document/shown-body.js";

type Follow = Sources["follow"];

/** The example bodies that a media type of a response shows itself: its single one and its named ones. */
export function examplesOf(media: MediaNode, follow: Follow): Node[] {
  const single = singleBody(media, follow);
  const named = namedBodies(media, follow).map(({ node }) => node);
  return single === undefined ? named : [single, ...named];
}

/** Every value at the end of a path; a `*` steps into all items of an array, a `{}` into all members of a map. */
export function nodesAt(body: Node, path: readonly string[]): Node[] {
  const [token, ...rest] = path;
  if (token === undefined) return body.value === undefined ? [] : [body];
  if (token === "*") return items(body).flatMap((item) => nodesAt(item, rest));
  if (token === "{}") return members(body).flatMap(([, member]) => nodesAt(member, rest));
  return isObject(body.value) ? nodesAt(child(body, token), rest) : [];
}

/**
 * What the samples of a schema, or of the schemas on the way, show at the end of a path. What a body as a whole shows there
 * is its own; what stands at the member alone may be of any body that refers to it.
 */
export function schemaSamplesAt(schema: Node, path: readonly string[], follow: Follow): Node[] {
  return samplesByLevel(schema, path, follow).find((found) => found.length > 0) ?? [];
}

/** The same with what is hidden. */
export function allSamplesAt(schema: Node, path: readonly string[], follow: Follow): Node[] {
  return samplesByLevel(schema, path, follow).flat();
}

function samplesByLevel(schema: Node, path: readonly string[], follow: Follow): Node[][] {
  return [0, ...path.map((_, index) => index + 1)].map((length) =>
    schemasAt(schema, path.slice(0, length), follow)
      .flatMap((holder) => samplesOf(holder, follow))
      .flatMap((sample) => nodesAt(sample, path.slice(length))),
  );
}

/** The samples of a schema itself; of an answer, a default is what it says where nothing else is shown. */
export function samplesOf(holder: Node, follow: Follow): Node[] {
  const shown = [child(holder, "example"), ...items(child(holder, "examples"))].filter(
    ({ value }) => value !== undefined,
  );
  if (shown.length === 0) return [child(holder, "default")];
  return shown.flatMap((sample) =>
    isMapOfBodies(sample, holder, follow) ? members(sample).map(([, body]) => body) : sample,
  );
}
