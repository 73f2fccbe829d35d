import type { Document, Pair, Scalar } from "yaml";
import { syntaxBroken } from "../problem/syntax.js";
import { lineAt, linesOf, positionIn } from "./lines.js";
import { collectionPlace, type Place, scalarPlace } from "./outline.js";
import type { Parsed } from "./source.js";
import { yaml } from "./yaml-library.js";
import { inspect } from "./yaml-limits.js";

/** Reads YAML 1.2 by the slower of two parsers, which says what is wrong and where. */
export function parseStrictly(file: string, text: string, maxDepth: number): Parsed {
  const lines = linesOf(text);
  // What is missing at the end is missing behind the last character, not on an empty line below it.
  const end = text.trimEnd().length;
  const positionAt = (offset: number) => positionIn(file, text, lines, Math.min(offset, end));
  const document = yaml().parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const [error] = document.errors;
  // Whatever the parser says after its first error follows from it.
  if (error) {
    const position = positionAt(beginningOf(error.pos[0], document));
    return { problems: [{ ...syntaxBroken(error.code, error.message), position }] };
  }
  const found = inspect(document.contents, maxDepth, (offset) => lineAt(lines, offset) + 1);
  if (found.length > 0)
    return { problems: found.map(({ offset, finding }) => ({ ...finding, position: positionAt(offset) })) };
  // Aliases were counted already.
  return { value: document.toJS({ maxAliasCount: -1 }) as unknown };
}

/** Where the quoted text begins that an error stands at the end of, since that is where its quote is; else the error. */
function beginningOf(offset: number, document: Document): number {
  let start = offset;
  yaml().visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (isQuoted && range && range[0] < offset && range[1] === offset) start = range[0];
    },
  });
  return start;
}

/** Where the values of a text stand that only this parser takes. */
export function outlineOfDocument(text: string): Place {
  return placeOf(yaml().parseDocument(text, { logLevel: "silent" }).contents, undefined);
}

function placeOf(value: unknown, key: number | undefined): Place {
  if (!yaml().isCollection(value))
    return scalarPlace(key, yaml().isScalar(value) && isUnwritten(value) ? undefined : startOf(value));
  return collectionPlace(key, startOf(value), () => {
    if (!yaml().isMap(value))
      return new Map(value.items.map((item, index) => [String(index), placeOf(item, undefined)]));
    return new Map(value.items.map((pair) => [keyText(pair), placeOf(pair.value, startOf(pair.key))]));
  });
}

/** Whether nothing stands behind the key: `title:`. */
function isUnwritten({ range }: Scalar): boolean {
  return !range || range[0] === range[1];
}

function keyText({ key }: Pair): string {
  return String(yaml().isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number | undefined {
  return yaml().isNode(node) ? node.range?.[0] : undefined;
}
