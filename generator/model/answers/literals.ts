import type { Sources } from "../../read/reader.js";
import { child, isObject, items, members, type Node, pointerText } from "../../read/source.js";
import { valueAt } from "../../runtime/pointer.js";
import { partsOf } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import type { ErrorResponse } from "./error-responses.js";

/**
 * The constants that all bodies of an envelope share, beside the code and outside the details: `{ "/success": false }`.
 * `shown`: bodies that win over their schemas, where these say otherwise.
 */
export function literalsOf(
  envelope: Settings["envelopes"][number],
  responses: readonly ErrorResponse[],
  shown: readonly unknown[],
  follow: Sources["follow"],
): Record<string, unknown> {
  const schemas = new Map(
    responses
      .flatMap(({ branches }) => branches)
      .filter(({ found }) => found?.envelope === envelope)
      .map(({ schema }) => [schema.value, schema]),
  );
  const [first, ...others] = schemas.values();
  let shared = first ? Object.entries(constantsIn(first, follow)) : [];
  for (const schema of others) {
    if (shared.length === 0) break;
    const constants = constantsIn(schema, follow);
    shared = shared.filter(([pointer, value]) => Object.hasOwn(constants, pointer) && constants[pointer] === value);
  }
  const { code, details } = envelope;
  const own = shared.filter(([pointer]) => pointer !== code && !(details && `${pointer}/`.startsWith(`${details}/`)));
  const bodies =
    code === undefined || own.length === 0 ? [] : shown.filter((body) => valueAt(body, code) !== undefined);
  return Object.fromEntries(
    own.filter(([pointer, value]) => bodies.every((body) => valueAt(body, pointer) === value)).sort(),
  );
}

/** How many members are looked at: what all bodies share stands near their top, and some schemas have no end. */
const maxMembers = 1000;

function constantsIn(schema: Node, follow: Sources["follow"]): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const due: { readonly node: Node; readonly path: readonly string[] }[] = [{ node: schema, path: [] }];
  // Grows while it is gone through.
  for (const { node, path } of due) {
    const parts = partsOf(node, follow);
    // What may be left out is in no way shared by all.
    const required = new Set(parts.flatMap((part) => items(child(part, "required"))).map(({ value }) => value));
    const constant = parts.map(constantOf).find((value) => value !== undefined);
    if (constant !== undefined && typeof constant !== "object") found[pointerText(path)] = constant;
    else if (path.length <= 3)
      for (const [name, member] of parts.flatMap((part) => members(child(part, "properties"))))
        if (due.length < maxMembers && required.has(name)) due.push({ node: member, path: [...path, name] });
  }
  return found;
}

/** The only value that a schema allows, however it says so. */
function constantOf({ value }: Node): unknown {
  if (!isObject(value)) return undefined;
  return Array.isArray(value.enum) && value.enum.length === 1 ? value.enum[0] : value.const;
}
