import { lastPart } from "./humanise.js";

/** What codes have in common that differ only in how they are written: `NOT_FOUND`, `not-found` and `NotFound`. */
export function spellingOf(code: string): string {
  return lastPart(code)
    .replace(/[_.\s-]/g, "")
    .toLowerCase();
}
