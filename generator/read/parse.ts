import { isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Problem } from "../problem/problem.js";
import * as problems from "../problem/reading.js";
import { positionAt } from "./position.js";

/** The value of a YAML or JSON text, or what is wrong with it. */
export type Parsed = { readonly value: unknown } | { readonly problems: readonly Problem[] };

// As many as no honest document has; each alias stands for a whole subtree, and a few of them can stand for gigabytes.
const maxAliasCount = 1000;

/** Reads YAML 1.2, of which JSON is a part. Never throws. */
export function parseText(file: string, text: string): Parsed {
  const lineCounter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return positionAt(file, text, line, col);
  };
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const found: Problem[] = document.errors.map((error) => ({
    ...(error.code === "DUPLICATE_KEY" ? problems.keyDuplicate() : problems.documentMalformed(error.message)),
    position: at(error.pos[0]),
  }));
  if (found.length > 0) return { problems: found };

  visit(document, {
    Map(_, map) {
      // The parser takes `404` and `"404"` for two keys; as members of an object they are one.
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = String(isScalar(key) ? key.value : key);
        if (seen.has(name) && isScalar(key) && key.range)
          found.push({ ...problems.keyDuplicate(name), position: at(key.range[0]) });
        seen.add(name);
      }
    },
  });
  if (found.length > 0) return { problems: found };
  if (!isMap(document.contents)) return { problems: [{ ...problems.documentEmpty(), position: at(0) }] };
  try {
    return { value: document.toJS({ maxAliasCount }) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [{ ...problems.documentMalformed(reason), position: at(0) }] };
  }
}
