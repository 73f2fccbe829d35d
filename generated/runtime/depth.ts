// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated

import { isContainer } from "./pointer.js";

/** Deeper than any honest body: it would cost far more memory than it is long, and could not be printed or copied. */
const maxDepth = 64;

/** Whether JSON text nests deeper than is safe to parse. */
export function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= maxDepth; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if ("[{".includes(character)) depth += 1;
    else if ("]}".includes(character)) depth -= 1;
  }
  return depth > maxDepth;
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
