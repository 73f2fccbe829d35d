import { type Document, isCollection, isMap, isScalar, LineCounter, type Pair, parseDocument, type Scalar } from "yaml";
import type { Finding, Position, Problem } from "../problem/problem.js";
import type { Node, Source } from "./source.js";

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

// Positions are asked for only where there is a problem, so they are found by reading the text once more.
const parsed = new WeakMap<Source, Parsed>();

/** A problem at a node: at its value where that is a scalar, else at the key it stands under. */
export function problemAt(node: Node, finding: Finding): Problem {
  return { ...finding, position: positionOf(node) };
}

/** A problem at a node's key. */
export function problemAtKey(node: Node, finding: Finding): Problem {
  return { ...finding, position: positionOf(node, true) };
}

export function positionOf(node: Node, preferKey = false): Position {
  const { document, lines } = parse(node.source);
  const offset = offsetOf(document, node.pointer, preferKey) ?? 0;
  const { line, col } = lines.linePos(offset);
  return positionAt(node.source.file, node.source.text, line, col);
}

/** The position of a line and column; both at least 1, also for an empty text. */
export function positionAt(file: string, text: string, line: number, column: number): Position {
  return { file, line: Math.max(line, 1), column: Math.max(column, 1), text: text.split(/\r\n|\r|\n/)[line - 1] ?? "" };
}

function parse(source: Source): Parsed {
  const known = parsed.get(source);
  if (known) return known;
  const lines = new LineCounter();
  const fresh = { document: parseDocument(source.text, { lineCounter: lines, logLevel: "silent" }), lines };
  parsed.set(source, fresh);
  return fresh;
}

/** Where the deepest part of the pointer that exists begins. */
function offsetOf(document: Document, pointer: readonly string[], preferKey: boolean): number | undefined {
  let value: unknown = document.contents;
  let key: unknown;
  for (const token of pointer) {
    const pair = isMap(value) ? value.items.find((item) => keyText(item) === token) : undefined;
    const item = isCollection(value) && !isMap(value) ? value.items[Number(token)] : undefined;
    if (!pair && !item) break;
    key = pair?.key;
    value = pair ? pair.value : item;
  }
  const target = isScalar(value) && !isUnwritten(value) && !preferKey ? value : (key ?? value);
  return rangeStart(target) ?? rangeStart(value);
}

/** Whether nothing stands behind the key: `title:`. */
function isUnwritten({ range }: Scalar): boolean {
  return !range || range[0] === range[1];
}

function keyText(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function rangeStart(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("range" in value)) return undefined;
  return Array.isArray(value.range) ? value.range[0] : undefined;
}
