import { suggest } from "../problem/suggest.js";
import { child, type Node } from "../read/source.js";
import type { Fault } from "../read/validate.js";

/** By these the codes and their bodies are found: with one of them wrong, whatever else is found may be wrong for that. */
const binding: Readonly<Record<string, readonly string[]>> = {
  "x-error": ["envelope", "codes", "status", "retired", "replacedBy"],
  "x-error-contract": ["id", "envelopes", "evidence", "closest"],
};

/** The member of an extension that a fault is in, where all else can be checked without it. */
export function dispensable(extension: Node, { path, known }: Fault): Node | undefined {
  // What is said of one code of several has the members that an error has.
  const place = path[0] === "codes" ? 2 : 0;
  const name = path[place];
  if (name === undefined) return undefined;
  const meant = place === path.length - 1 ? (suggest(name, known) ?? name) : name;
  return binding[extension.key]?.includes(meant) ? undefined : child(extension, ...path.slice(0, place + 1));
}

/** Takes members out of the value of a document, whose text stays as it is, and with it all positions. */
export function leaveOut(nodes: readonly Node[]): void {
  for (const { parent, key } of nodes) Reflect.deleteProperty(parent!.value as object, key);
}
