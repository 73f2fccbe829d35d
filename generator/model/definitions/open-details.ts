import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { isOpen } from "../answers/error-responses.js";
import type { Details } from "../contract.js";
import { type Body, detailsOfAny } from "./any-details.js";
import type { Definition } from "./definition.js";

/** What the bodies of a status-only error declare beyond code, message and request id, any of them. */
export function readOpenDetails(
  definition: Definition,
  names: ReadonlyMap<string, string>,
  follow: Sources["follow"],
): Details | undefined {
  const isEmpty = definition.responses.some(({ response }) => response.media.length === 0);
  return detailsOfAny(openBodiesOf(definition.responses), isEmpty, names, follow);
}

/** Each schema once, of what may hold any code, or none: operations share them. */
export const openBodiesOf = onceFor((responses: Definition["responses"]): readonly Body[] => {
  const bodies = new Map<unknown, Body>();
  for (const { branches } of responses)
    for (const { schema, found } of branches)
      if (found && isOpen(found) && !bodies.has(schema.value))
        bodies.set(schema.value, { schema, envelope: found.envelope });
  return [...bodies.values()];
});
