import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import type { Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { codeOf, type FoundCode, isCode } from "../definitions/codes.js";
import { codesAt } from "../definitions/codes-of-schema.js";
import type { MediaNode } from "../document/operations.js";
import { examplesOf, nodesAt, schemaSamplesAt } from "./samples.js";

type Follow = Sources["follow"];

/** An alternative of a body whose code has its place. */
export interface CodeBranch {
  readonly media: MediaNode;
  readonly schema: Node;
  readonly pointer: string;
}

/** What an example has at the place of its code, and the whole of it. */
export interface ShownCode {
  readonly holder: Node;
  readonly body: Node;
}

const placesFor = onceFor((_media: MediaNode) => new Map<string, ReadonlyMap<string, readonly ShownCode[]>>());

/** What the examples of a body show at the place of a code, by the text of it: thousands of alternatives ask for it. */
export function shownAt(media: MediaNode, pointer: string, follow: Follow): ReadonlyMap<string, readonly ShownCode[]> {
  const known = placesFor(media).get(pointer);
  if (known) return known;
  const path = tokensOf(pointer);
  const byCode = new Map<string, ShownCode[]>();
  for (const body of examplesOf(media, follow))
    for (const holder of nodesAt(body, path)) {
      const code = String(holder.value);
      if (!byCode.get(code)?.push({ holder, body })) byCode.set(code, [{ holder, body }]);
    }
  placesFor(media).set(pointer, byCode);
  return byCode;
}

/** For an alternative of an answer, the codes of the answer's examples that are its own. */
export type CodesOfExamples = (branch: CodeBranch) => readonly FoundCode[];

/**
 * Examples stand beside all alternatives of a body. A code that they show is of those that declare it, or show it
 * themselves; one that none does is of the first alternative that declares no codes, else of the first.
 */
export function codesOfExamples(branches: readonly CodeBranch[], follow: Follow): CodesOfExamples {
  const groups = new Map<MediaNode, Map<string, CodeBranch[]>>();
  for (const branch of branches) {
    const ofMedia = groups.get(branch.media) ?? new Map<string, CodeBranch[]>();
    groups.set(branch.media, ofMedia);
    if (!ofMedia.get(branch.pointer)?.push(branch)) ofMedia.set(branch.pointer, [branch]);
  }
  const dealt = onceFor((group: readonly CodeBranch[]) => dealtOut(group, follow));
  return ({ media, pointer, schema }) => {
    const group = groups.get(media)?.get(pointer) ?? [];
    return (dealt(group).get(schema) ?? []).flatMap((code) => found(shownAt(media, pointer, follow).get(code) ?? []));
  };
}

function found(shown: readonly ShownCode[]): FoundCode[] {
  return shown.flatMap(({ holder }) => (isCode(holder.value) ? codeOf(holder.value, "response-example", holder) : []));
}

/** By the schema of an alternative: the codes that are its own, out of those that the examples beside all of them show. */
function dealtOut(group: readonly CodeBranch[], follow: Follow): ReadonlyMap<Node, readonly string[]> {
  const [first] = group;
  if (first === undefined) return new Map();
  const shown = shownAt(first.media, first.pointer, follow);
  const left = new Set(shown.keys());
  const others = group.length > 1 && left.size > 0 ? group : [];
  const own = new Map(
    others.map((branch) => [branch.schema, ownCodes(branch, follow).filter((code) => shown.has(code))]),
  );
  for (const codes of own.values()) for (const code of codes) left.delete(code);
  const { schema } = others.find((branch) => codesAt(branch.schema, branch.pointer, follow).length === 0) ?? first;
  return own.set(schema, [...(own.get(schema) ?? []), ...left]);
}

function ownCodes({ schema, pointer }: CodeBranch, follow: Follow): string[] {
  const declared = codesAt(schema, pointer, follow).map(({ code }) => code);
  const sampled = schemaSamplesAt(schema, tokensOf(pointer), follow).map(({ value }) => String(value));
  return [...new Set([...declared, ...sampled])];
}
