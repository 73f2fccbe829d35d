import type { Sources } from "../../read/reader.js";
import { tokensOf } from "../../runtime/pointer.js";
import { isCode } from "../definitions/codes.js";
import { examplesOf, nodesAt } from "../evidence/samples.js";
import type { Branch, ResponsePlace } from "./branches.js";

/** An answer and what its bodies may be. */
export interface ReadPlace {
  readonly place: ResponsePlace;
  readonly branches: readonly Branch[];
}

/**
 * One list of codes under several statuses says of none which of them it comes with. Where examples of answers show it,
 * they do: the others lose it. A code that a schema states alone stands where the schema does.
 */
export function byShownStatus(all: readonly ReadPlace[], follow: Sources["follow"]): readonly ReadPlace[] {
  const shown = shownIn(all, follow);
  if (shown.size === 0) return all;
  const known = new Map<readonly Branch[], Map<string, readonly Branch[]>>();
  return all.map(({ place, branches }) => {
    const { key } = place.response;
    const byKey = known.get(branches) ?? new Map<string, readonly Branch[]>();
    known.set(branches, byKey);
    const kept = byKey.get(key) ?? withoutOthers(branches, key, shown);
    byKey.set(key, kept);
    return { place, branches: kept };
  });
}

/** The statuses under which answers show each code. */
function shownIn(all: readonly ReadPlace[], follow: Sources["follow"]): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Map<string, Set<string>>();
  const seen = new Map<unknown, Set<string>>();
  for (const { place, branches } of all)
    for (const { media, found } of branches) {
      const { key } = place.response;
      const pointer = found?.envelope.code;
      const name = `${key} ${pointer}`;
      const known = seen.get(media.node.value) ?? new Set();
      seen.set(media.node.value, known);
      // Operations share their answers.
      if (pointer === undefined || known.has(name)) continue;
      known.add(name);
      for (const { value } of examplesOf(media, follow).flatMap((example) => nodesAt(example, tokensOf(pointer))))
        if (isCode(value)) shown.set(String(value), (shown.get(String(value)) ?? new Set()).add(key));
    }
  return shown;
}

function withoutOthers(
  branches: readonly Branch[],
  key: string,
  shown: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Branch[] {
  const isElsewhere = (code: string) => shown.has(code) && !shown.get(code)?.has(key);
  const isHit = branches.some(({ found }) =>
    found?.codes.some(({ code, evidence }) => evidence === "enum" && isElsewhere(code)),
  );
  if (!isHit) return branches;
  return branches.map((branch): Branch => {
    const { found } = branch;
    if (!found) return branch;
    const codes = found.codes.filter(({ code, evidence }) => evidence !== "enum" || !isElsewhere(code));
    return { ...branch, found: { ...found, codes } };
  });
}
