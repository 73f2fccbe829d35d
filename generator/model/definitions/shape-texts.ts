import { textAt } from "../../read/source.js";
import type { Definition } from "./definition.js";

/**
 * The definitions, where those whose schema only says which status it is for are about no code: what schemas of different
 * codes say alike but for the status, as `The body of an error 404`, is about their shape.
 */
export function withoutShapeTexts(definitions: readonly Definition[]): readonly Definition[] {
  const codes = new Map<string, Set<string>>();
  for (const one of definitions) {
    const text = textOf(one);
    if (text !== undefined) codes.set(text, (codes.get(text) ?? new Set()).add(one.code));
  }
  const isOfShape = (one: Definition) => (codes.get(textOf(one) ?? "")?.size ?? 0) > 1;
  return definitions.map((one) => (isOfShape(one) ? { ...one, isOwn: false } : one));
}

/** What is said with its status left out; undefined where it names none. */
function textOf({ wire, isOwn, about, extension }: Definition): string | undefined {
  const text = wire && isOwn && extension.value === undefined ? textAt(about, "description") : undefined;
  const masked = text?.replace(/\b[45]\d\d\b/g, "#").replace(/\s+/g, " ");
  return masked === undefined || !masked.includes("#") ? undefined : masked.trim();
}
