import { onceFor } from "../../read/made-once.js";
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

/** Details of which nothing is known. */
export const anyDetails: Details = { schema: {}, optional: true, types: [] };

/** What bodies declare beyond code, message and request id, any of them. `isEmpty`: some answers have no body. */
export function detailsOfAny(
  bodies: readonly Body[],
  isEmpty: boolean,
  names: ReadonlyMap<string, string>,
  follow: Sources["follow"],
): Details | undefined {
  // Whether operations share a component or repeat it makes no difference.
  const distinct = new Map<string, Details>();
  let optional = isEmpty;
  for (const body of bodies) {
    const { details, key } = toldIn(body, names, follow);
    optional ||= details === undefined || details.optional;
    if (details) distinct.set(key, distinct.get(key) ?? details);
    // Of hundreds that differ, no more are read than it takes to know.
    if (distinct.size > mostSchemas) return anyDetails;
  }
  const [only, ...others] = distinct.values();
  if (only === undefined) return undefined;
  if (others.length === 0) return { ...only, optional };
  const all = [only, ...others];
  const types = all.every((details) => details.types.length > 0) ? all.flatMap((details) => details.types) : [];
  return { schema: { anyOf: all.map(({ schema }) => schema) }, optional, types };
}

interface Told {
  readonly details: Details | undefined;
  /** The same where details say the same. */
  readonly key: string;
}

function toldIn({ schema, envelope }: Body, names: ReadonlyMap<string, string>, follow: Sources["follow"]): Told {
  const known = toldOf(schema);
  const found = known.get(envelope);
  if (found) return found;
  const details = readDetails(schema, names.get(identity(schema)) ?? "", envelope, follow);
  const told = { details, key: JSON.stringify(details?.schema) ?? "" };
  known.set(envelope, told);
  return told;
}

/** Hundreds of codes may have the same hundreds of bodies. */
const toldOf = onceFor((_schema: Node) => new Map<Body["envelope"], Told>());
