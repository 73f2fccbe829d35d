import { type Document, isMap, LineCounter, parseDocument, visit } from "yaml";
import type { Finding, Problem } from "../problem/problem.js";
import { documentEmpty, syntaxBroken } from "../problem/syntax.js";
import { inspect } from "./inspect.js";
import { positionAt } from "./position.js";

/** The value of a YAML or JSON text, or what is wrong with it. */
export type Parsed = { readonly value: unknown } | { readonly problems: readonly Problem[] };

/** Reads YAML 1.2, of which JSON is a part. Never throws. */
export function parseText(file: string, text: string): Parsed {
  const lineCounter = new LineCounter();
  const problemAt = (offset: number, finding: Finding): Problem => {
    // What is missing at the end is missing behind the last character, not on an empty line below it.
    const { line, col } = lineCounter.linePos(Math.min(offset, text.trimEnd().length));
    return { ...finding, position: positionAt(file, text, line, col) };
  };
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  const [error] = document.errors;
  // Whatever the parser says after its first error follows from it.
  if (error)
    return { problems: [problemAt(beginningOf(error.pos[0], document), syntaxBroken(error.code, error.message))] };

  const found = inspect(document.contents, (offset) => lineCounter.linePos(offset).line);
  if (found.length > 0) return { problems: found.map(({ offset, finding }) => problemAt(offset, finding)) };
  if (!isMap(document.contents)) return { problems: [problemAt(0, documentEmpty())] };
  // Aliases were counted already.
  return { value: document.toJS({ maxAliasCount: -1 }) as unknown };
}

/** Where the quoted text begins that an error stands at the end of, since that is where its quote is; else the error. */
function beginningOf(offset: number, document: Document): number {
  let start = offset;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (isQuoted && range && range[0] < offset && range[1] === offset) start = range[0];
    },
  });
  return start;
}
