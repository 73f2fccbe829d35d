// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { isContainer } from "./pointer.js";

/** Deeper than any honest body: it would cost far more memory than it is long, and could not be printed or copied. */
const maxDepth = 64;

/** Whether JSON text nests deeper than is safe to parse. */
export function isDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= maxDepth; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
  }
  return depth > maxDepth;
}

/**
 * Whether a value can be printed and copied: JSON, and not nested too deeply. A loop, since the value may be deeper than
 * the stack; level by level, each object once, since it may refer to itself.
 */
export function isShallowJson(value: unknown): boolean {
  if (!isJson(value)) return false;
  let level: Iterable<unknown> = [value];
  for (let depth = 0; ; depth += 1) {
    let below: Set<unknown> | undefined;
    for (const each of level) {
      if (!isContainer(each)) continue;
      for (const key of Object.keys(each)) {
        const member = each[key];
        if (depth === maxDepth || !isJson(member)) return false;
        if (isContainer(member)) below = (below ?? new Set()).add(member);
      }
    }
    if (below === undefined) return true;
    level = below;
  }
}

function isJson(value: unknown): boolean {
  if (isContainer(value)) {
    const { toJSON } = value;
    return typeof toJSON !== "function";
  }
  const type = typeof value;
  return type !== "bigint" && type !== "function" && type !== "symbol";
}
