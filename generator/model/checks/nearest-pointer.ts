import { suggest } from "../../problem/suggest.js";
import type { Sources } from "../../read/reader.js";
import { child, members, type Node, pointerText } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { schemasAt } from "../document/schemas.js";

/** A pointer with each wrong name replaced by the nearest that the schemas have there; undefined where none leads on. */
export function nearestPointer(
  pointer: string,
  schemas: readonly Node[],
  follow: Sources["follow"],
): string | undefined {
  let tokens: readonly string[] = tokensOf(pointer);
  for (;;) {
    const { wrong, names } = firstWrong(tokens, schemas, follow);
    if (wrong === -1) return tokens.join("/") === tokensOf(pointer).join("/") ? undefined : pointerText(tokens);
    const meant = suggest(tokens[wrong]!, names);
    if (meant === undefined || meant === tokens[wrong]) return undefined;
    tokens = tokens.with(wrong, meant);
  }
}

/** Where a pointer stops leading somewhere: the pointers to what is there. */
export function pointersThere(pointer: string, schemas: readonly Node[], follow: Sources["follow"]): string[] {
  const tokens = tokensOf(pointer);
  const { wrong, names } = firstWrong(tokens, schemas, follow);
  return wrong === -1 ? [] : names.map((name) => pointerText([...tokens.slice(0, wrong), name]));
}

/** The first step that leads nowhere, or -1, and the names that the schemas have there. */
function firstWrong(tokens: readonly string[], schemas: readonly Node[], follow: Sources["follow"]) {
  const at = (path: readonly string[]) => schemas.flatMap((schema) => schemasAt(schema, path, follow));
  const wrong = tokens.findIndex((_, index) => at(tokens.slice(0, index + 1)).length === 0);
  const parents = wrong === -1 ? [] : at(tokens.slice(0, wrong));
  const names = parents.flatMap((parent) => members(child(parent, "properties")).map(([name]) => name));
  return { wrong, names: [...new Set(names)].sort() };
}
