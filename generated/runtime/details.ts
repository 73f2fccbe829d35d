// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { Envelope } from "./contract.js";
import { escapeToken, isObject, valueAt } from "./pointer.js";

/** A pointer that steps into a list or a map. */
const ofItem = /\/(?:\*|\{\})(?:\/|$)/;

/**
 * What a body says beyond code, message and request id; members that hold those are left out, but not a list of which
 * only an item does.
 */
export function detailsIn(body: unknown, { code, message, requestId, details: at }: Envelope): unknown {
  const details = valueAt(body, at) ?? undefined;
  if (!isObject(details)) return details;
  const members = Object.entries(details);
  const taken = [code, message, requestId].filter((pointer) => !ofItem.test(pointer?.slice(at?.length) ?? ""));
  const rest = members.filter(([name]) => {
    const member = `${at}/${escapeToken(name)}/`;
    return !taken.some((pointer) => `${pointer}/`.startsWith(member));
  });
  if (rest.length === members.length) return details;
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
