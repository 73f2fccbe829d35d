import type { Sources } from "../read/reader.js";
import { child, members, type Node, pointerText } from "../read/source.js";
import type { ErrorResponse } from "./error-responses.js";
import { partsOf } from "./schemas.js";
import type { Settings } from "./settings.js";

/** The constants that all bodies of an envelope share, beside the code and outside the details: `{ "/success": false }`. */
export function literalsOf(
  envelope: Settings["envelopes"][number],
  responses: readonly ErrorResponse[],
  follow: Sources["follow"],
): Record<string, unknown> {
  const schemas = new Map(
    responses
      .flatMap(({ branches }) => branches)
      .filter(({ found }) => found?.envelope === envelope)
      .map(({ schema }) => [schema.value, schema]),
  );
  const [first, ...others] = schemas.values();
  let shared = first ? Object.entries(constantsIn(first, [], follow)) : [];
  for (const schema of others) {
    if (shared.length === 0) break;
    const constants = constantsIn(schema, [], follow);
    shared = shared.filter(([pointer, value]) => Object.hasOwn(constants, pointer) && constants[pointer] === value);
  }
  const details = envelope.details;
  return Object.fromEntries(
    shared
      .filter(([pointer]) => pointer !== envelope.code && !(details && `${pointer}/`.startsWith(`${details}/`)))
      .sort(),
  );
}

function constantsIn(schema: Node, path: readonly string[], follow: Sources["follow"]): Record<string, unknown> {
  const parts = partsOf(schema, follow);
  const constant = parts.map((part) => child(part, "const").value).find((value) => value !== undefined);
  if (constant !== undefined && typeof constant !== "object") return { [pointerText(path)]: constant };
  if (path.length > 3) return {};
  const properties = parts.flatMap((part) => members(child(part, "properties")));
  const inner = properties.map(([name, member]) => constantsIn(member, [...path, name], follow));
  return Object.assign({}, ...inner) as Record<string, unknown>;
}
