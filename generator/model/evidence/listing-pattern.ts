/**
 * The values that a pattern lists and nothing else fits: `^(EMAIL_TAKEN|NAME_TAKEN)$`, `^EMAIL_TAKEN$`, `^A$|^B$`. Read as a
 * text, and never run (ADR 9): none where it says anything else.
 */
export function valuesOfPattern(pattern: unknown): string[] {
  if (typeof pattern !== "string" || pattern.length > maxPattern) return [];
  const inside = /^\^\((?:\?:)?([^()]*)\)\$$/.exec(pattern)?.[1];
  const each = inside?.split("|") ?? pattern.split("|").map((part) => /^\^([^^$]*)\$$/.exec(part)?.[1] ?? "");
  const values = each.map((value) => value.replace(/\\(?=[^\w\s])/g, ""));
  return each.every((value) => /^(?:[\w:/ @~-]|\\[.\-/:])+$/.test(value)) ? values : [];
}

const maxPattern = 20_000;
