// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { Envelope } from "./contract.js";
import { escapeToken, isContainer, isObject, valueAt } from "./pointer.js";

/** How deep details may be nested; what is deeper could not be printed or copied safely. */
const maxDepth = 64;

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

/**
 * Whether a value can be printed and copied: JSON, and not nested too deeply. A loop, since the value may be deeper than
 * the stack; level by level, each object once, since it may refer to itself.
 */
export function isShallowJson(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= maxDepth; depth += 1) {
    if (!level.every(isJson)) return false;
    level = [...new Set(level.filter(isContainer).flatMap((item) => Object.values(item)))];
  }
  return level.length === 0;
}

function isJson(value: unknown): boolean {
  if (isContainer(value)) {
    const { toJSON } = value;
    return typeof toJSON !== "function";
  }
  return !["bigint", "function", "symbol"].includes(typeof value);
}
