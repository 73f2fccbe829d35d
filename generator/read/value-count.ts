import type { Problem } from "../problem/problem.js";
import { valuesTooMany } from "../problem/syntax.js";
import { beginningOf } from "./lines.js";

/** How many values a file may hold: ten times what the largest known documents have. */
export const maxValues = 5_000_000;

const [comma, colon, dash, question, openList, openMap] = [0x2c, 0x3a, 0x2d, 0x3f, 0x5b, 0x7b];

/**
 * Before anything is made of a text: whether it has too many values. Each but the first stands behind a sign that parts
 * or opens; the few that are part of a text count too, as nothing is known of a text yet.
 */
export function checkCount(file: string, text: string): Problem[] {
  // No value is shorter than its sign.
  if (text.length <= maxValues) return [];
  let values = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    switch (text.charCodeAt(offset)) {
      case comma:
      case openList:
      case openMap:
        values += 1;
        break;
      case colon:
      case dash:
      case question:
        if (endsSign(text.charCodeAt(offset + 1))) values += 1;
    }
    if (values > maxValues) return [{ ...valuesTooMany(maxValues), position: beginningOf(file) }];
  }
  return [];
}

/** A `:`, `-` or `?` is a sign before a blank, a quote, a bracket or the end. */
function endsSign(next: number): boolean {
  return !(next > 0x20) || next === 0x22 || next === 0x27 || next === openList || next === openMap;
}
