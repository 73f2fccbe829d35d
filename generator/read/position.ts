import type { Finding, Position, Problem } from "../problem/problem.js";
import { outlineOfJson } from "./json-text.js";
import { type Lines, linesOf, positionIn } from "./lines.js";
import { type Place, scalarPlace } from "./outline.js";
import { maxDepth } from "./parse.js";
import { child, type Node, pointerOf, type Source } from "./source.js";
import { outlineOfDocument } from "./yaml-document.js";
import { outlineOfYaml } from "./yaml-events.js";

interface Outlined {
  readonly outline: Place;
  readonly lines: Lines;
}

// Positions are asked for only where there is a problem, so they are found by reading the text once more.
const outlined = new WeakMap<Source, Outlined>();

/** A problem at a node: at its value where that is a scalar, else at the key it stands under. */
export function problemAt(node: Node, finding: Finding): Problem {
  return { ...finding, position: positionOf(node) };
}

/** A problem at a node's key. */
export function problemAtKey(node: Node, finding: Finding): Problem {
  return { ...finding, position: positionOf(node, true) };
}

export function positionOf(node: Node, preferKey = false): Position {
  const origin = originOf(node);
  if (origin) return positionOf(origin, preferKey);
  const { source } = node;
  const { outline, lines } = outlineOnce(source);
  return positionIn(source.file, source.text, lines, offsetOf(outline, pointerOf(node), preferKey));
}

/** By file, and from the top of each. */
export function byPosition(a: Position, b: Position): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}

/** The place in an overlay that a node came from. */
function originOf(node: Node): Node | undefined {
  const { origins = [] } = node.source;
  if (origins.length === 0) return undefined;
  const pointer = pointerOf(node);
  const found = origins.filter((origin) => origin.pointer.every((token, index) => token === pointer[index]));
  return found
    .map((origin) => child(origin.node, ...pointer.slice(origin.pointer.length)))
    .findLast(({ key, value }) => value !== undefined && key !== "update");
}

function outlineOnce(source: Source): Outlined {
  const known = outlined.get(source);
  if (known) return known;
  const fresh = { outline: outlineOf(source), lines: linesOf(source.text) };
  outlined.set(source, fresh);
  return fresh;
}

/** Of a text that no parser takes once more: all that is wrong with it is shown at its beginning. */
const nowhere = scalarPlace(undefined, undefined);

/** Like the value, by the parser that takes the text. */
function outlineOf({ text, longEnds }: Source): Place {
  if (longEnds) return outlineOfJson(text, longEnds);
  try {
    return outlineOfYaml(text, maxDepth);
  } catch {
    try {
      return outlineOfDocument(text);
    } catch {
      return nowhere;
    }
  }
}

/** Where the deepest part of the pointer that exists begins. */
function offsetOf(outline: Place, pointer: readonly string[], preferKey: boolean): number {
  let place = outline;
  for (const token of pointer) {
    const inner = place.inside().get(token);
    if (!inner) break;
    place = inner;
  }
  const target = place.isScalar && !preferKey ? place.value : undefined;
  return target ?? place.key ?? place.value ?? 0;
}
