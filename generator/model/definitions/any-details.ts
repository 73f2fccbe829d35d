import type { Sources } from "../../read/reader.js";
import { identity, type Node } from "../../read/source.js";
import type { Details } from "../contract.js";
import type { Settings } from "../document/settings.js";
import { readDetails } from "./details.js";

/** A body that an error comes in. */
export interface Body {
  readonly schema: Node;
  readonly envelope: Settings["envelopes"][number];
}

/** More schemas than these are not told apart: their details may be anything. */
const mostSchemas = 8;

/** What bodies declare beyond code, message and request id, any of them. `isEmpty`: some answers have no body. */
export function detailsOfAny(
  bodies: readonly Body[],
  isEmpty: boolean,
  names: ReadonlyMap<string, string>,
  follow: Sources["follow"],
): Details | undefined {
  const read = bodies.map(({ schema, envelope }) =>
    readDetails(schema, names.get(identity(schema)) ?? "", envelope, follow),
  );
  // Whether operations share a component or repeat it makes no difference.
  const distinct = new Map<string, Details>();
  for (const details of read)
    if (details) distinct.set(JSON.stringify(details.schema), distinct.get(JSON.stringify(details.schema)) ?? details);
  const [only, ...others] = distinct.values();
  if (only === undefined) return undefined;
  const optional = isEmpty || read.some((details) => details === undefined || details.optional);
  if (others.length === 0) return { ...only, optional };
  if (others.length >= mostSchemas) return { schema: {}, optional: true, types: [] };
  const all = [only, ...others];
  const types = all.every((details) => details.types.length > 0) ? all.flatMap((details) => details.types) : [];
  return { schema: { anyOf: all.map(({ schema }) => schema) }, optional, types };
}
