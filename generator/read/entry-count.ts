import type { Problem } from "../problem/problem.js";
import { entriesTooMany } from "../problem/syntax.js";
import { linesOf, positionIn } from "./lines.js";

/** How many members or items one map or list may hold: more than there may be operations or codes. */
export const maxEntries = 250_000;

const [lineEnd, quote, hash, comma, dash, colon, backslash] = [0x0a, 0x22, 0x23, 0x2c, 0x2d, 0x3a, 0x5c];
const [openList, closeList, openMap, closeMap] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Before anything is made of a YAML text: whether one map or list of it has too many entries. Of a text in lines, those are
 * counted that look like an entry and begin in one column, until a line begins further left; of one line, what its commas part.
 */
export function checkEntries(file: string, text: string): Problem[] {
  const offset = mayHoldMore(text) ? offsetOfFirstBeyond(text) : undefined;
  if (offset === undefined) return [];
  return [{ ...entriesTooMany(maxEntries), position: positionIn(file, text, linesOf(text), offset) }];
}

/** So many entries take as many lines, or one line with as many commas. */
function mayHoldMore(text: string): boolean {
  let lines = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
    lines += 1;
    if (lines > maxEntries || end - start >= maxEntries) return true;
    start = end + 1;
  }
  return text.length - start >= maxEntries;
}

function offsetOfFirstBeyond(text: string): number | undefined {
  // Columns of which nothing further left was seen since, and how many entries began in each.
  const open: { readonly column: number; entries: number }[] = [];
  for (let start = 0; start < text.length; ) {
    const { begin, end, isEntry, commas } = lineAt(text, start);
    if (commas >= maxEntries) {
      const within = offsetInLine(text, begin, end);
      if (within !== undefined) return within;
    }
    if (begin < end && text.charCodeAt(begin) !== hash) {
      const column = begin - start;
      while ((open.at(-1)?.column ?? -1) > column) open.pop();
      if (open.at(-1)?.column !== column) open.push({ column, entries: 0 });
      const here = open.at(-1);
      if (here && isEntry) here.entries += 1;
      if (here && here.entries > maxEntries) return begin;
    }
    start = end + 1;
  }
  return undefined;
}

/** Where what a line says begins, where the line ends, and whether that looks like a member or an item. */
function lineAt(text: string, start: number) {
  let begin = start;
  while (text.charCodeAt(begin) === 0x20) begin += 1;
  let end = begin;
  let commas = 0;
  let isEntry = text.charCodeAt(begin) === dash;
  for (; end < text.length; end += 1) {
    const character = text.charCodeAt(end);
    if (character === lineEnd) break;
    if (character === comma) commas += 1;
    else if (character === colon && !(text.charCodeAt(end + 1) > 0x20)) isEntry = true;
  }
  return { begin, end, isEntry: isEntry || text.charCodeAt(end - 1) === comma, commas };
}

/** Where a map or list that is written in one line holds too much. */
function offsetInLine(text: string, begin: number, end: number): number | undefined {
  const entries: number[] = [0];
  for (let at = begin; at < end; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        for (at += 1; at < end && text.charCodeAt(at) !== quote; at += 1)
          if (text.charCodeAt(at) === backslash) at += 1;
        break;
      case openList:
      case openMap:
        entries.push(0);
        break;
      case closeList:
      case closeMap:
        if (entries.length > 1) entries.pop();
        break;
      case comma:
        entries.push((entries.pop() ?? 0) + 1);
        if ((entries.at(-1) ?? 0) >= maxEntries) return at;
    }
  }
  return undefined;
}
