import type { Sources } from "../../read/reader.js";
import { identity, type Node } from "../../read/source.js";
import { isOpen } from "../answers/error-responses.js";
import type { Details } from "../contract.js";
import { onceFor } from "../document/made-once.js";
import type { Definition } from "./definition.js";
import { readDetails } from "./details.js";

type Found = NonNullable<Definition["responses"][number]["branches"][number]["found"]>;

/** A body of a status-only error: what may hold any code, or none. */
export interface OpenBody {
  readonly schema: Node;
  readonly envelope: Found["envelope"];
}

/** More schemas than these are not told apart: their details may be anything. */
const mostSchemas = 8;

/** What the bodies of a status-only error declare beyond code, message and request id, any of them. */
export function readOpenDetails(
  definition: Definition,
  names: ReadonlyMap<string, string>,
  follow: Sources["follow"],
): Details | undefined {
  const bodies = openBodiesOf(definition.responses);
  const read = bodies.map(({ schema, envelope }) =>
    readDetails(schema, names.get(identity(schema)) ?? "", envelope, follow),
  );
  // Whether operations share a component or repeat it makes no difference.
  const distinct = new Map<string, Details>();
  for (const details of read)
    if (details) distinct.set(JSON.stringify(details.schema), distinct.get(JSON.stringify(details.schema)) ?? details);
  const [only, ...others] = distinct.values();
  if (only === undefined) return undefined;
  const isEmpty = definition.responses.some(({ response }) => response.media.length === 0);
  const optional = isEmpty || read.some((details) => details === undefined || details.optional);
  if (others.length === 0) return { ...only, optional };
  if (others.length >= mostSchemas) return { schema: {}, optional: true, types: [] };
  const all = [only, ...others];
  const types = all.every((details) => details.types.length > 0) ? all.flatMap((details) => details.types) : [];
  return { schema: { anyOf: all.map(({ schema }) => schema) }, optional, types };
}

/** Each schema once: operations share them. */
export const openBodiesOf = onceFor((responses: Definition["responses"]): readonly OpenBody[] => {
  const bodies = new Map<unknown, OpenBody>();
  for (const { branches } of responses)
    for (const { schema, found } of branches)
      if (found && isOpen(found) && !bodies.has(schema.value))
        bodies.set(schema.value, { schema, envelope: found.envelope });
  return [...bodies.values()];
});
