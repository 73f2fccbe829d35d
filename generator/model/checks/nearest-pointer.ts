import { suggest } from "../../problem/suggest.js";
import type { Sources } from "../../read/reader.js";
import { child, members, type Node, pointerText } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { schemasAt } from "../document/schemas.js";

/** A pointer with its first wrong name replaced by the nearest that the schemas have there; undefined where none leads on. */
export function nearestPointer(
  pointer: string,
  schemas: readonly Node[],
  follow: Sources["follow"],
): string | undefined {
  const tokens = tokensOf(pointer);
  const at = (path: readonly string[]) => schemas.flatMap((schema) => schemasAt(schema, path, follow));
  const wrong = tokens.findIndex((_, index) => at(tokens.slice(0, index + 1)).length === 0);
  const word = tokens[wrong];
  if (word === undefined) return undefined;
  const parents = at(tokens.slice(0, wrong));
  const names = parents.flatMap((parent) => members(child(parent, "properties")).map(([name]) => name));
  const meant = suggest(word, [...new Set(names)].sort());
  if (meant === undefined) return undefined;
  const mended = tokens.with(wrong, meant);
  return at(mended).length > 0 ? pointerText(mended) : undefined;
}
