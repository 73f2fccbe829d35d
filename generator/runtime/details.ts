import type { Envelope } from "./contract.js";
import { escapeToken, isObject, valueAt } from "./pointer.js";

/** What a body says beyond code, message and request id; members that hold those are left out. */
export function detailsIn(body: unknown, { code, message, requestId, details: at }: Envelope): unknown {
  const details = valueAt(body, at) ?? undefined;
  if (!isObject(details)) return details;
  const members = Object.entries(details);
  const rest = members.filter(([name]) => {
    const member = `${at}/${escapeToken(name)}/`;
    return ![code, message, requestId].some((pointer) => `${pointer}/`.startsWith(member));
  });
  if (rest.length === members.length) return details;
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
