// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Envelope } from "./contract.js";
import { escapeToken, isObject, valueAt } from "./pointer.js";

/** A pointer that steps into a list or a map. */
const ofItem = /\/(?:\*|\{\})(?:\/|$)/;

function isBelow(pointer = "", at = ""): boolean {
  return pointer.startsWith(at) && pointer.charAt(at.length) === "/" && !ofItem.test(pointer.slice(at.length));
}

/**
 * What a body says beyond code, message and request id; members that hold those are left out, but not a list of which
 * only an item does.
 */
export function detailsIn(body: unknown, { code, message, requestId, details: at }: Envelope): unknown {
  const details = valueAt(body, at) ?? undefined;
  if (!isObject(details)) return details;
  const held = [code, message, requestId].filter((pointer) => isBelow(pointer, at));
  if (held.length === 0) return details;
  const rest = Object.entries(details).filter(([name]) => {
    const member = `${at}/${escapeToken(name)}/`;
    return !held.some((pointer) => `${pointer}/`.startsWith(member));
  });
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
