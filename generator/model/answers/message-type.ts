import type { Sources } from "../../read/reader.js";
import { child } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { isAnything } from "../infer/places.js";
import type { ErrorResponse } from "./error-responses.js";

/** The types that the message of an envelope may have, where it may be more than a text; none where it may not. */
export function messageTypeOf(
  { message, ...envelope }: Settings["envelopes"][number],
  responses: readonly ErrorResponse[],
  follow: Sources["follow"],
): string[] {
  if (message === undefined) return [];
  const branches = responses.flatMap((response) => response.branches);
  const own = branches.filter(({ found }) => found?.envelope.name === envelope.name);
  const schemas = [...new Map(own.map(({ schema }) => [schema.value, schema])).values()];
  const declared = schemas.flatMap((schema) => schemasAt(schema, tokensOf(message), follow));
  const types = new Set(declared.flatMap((schema) => [child(schema, "type").value].flat()));
  const more = declared.some(isAnything)
    ? ["array", "boolean", "object"]
    : ["array", "object"].filter((type) => types.has(type));
  return more.length > 0 ? [...more, "string"] : [];
}
