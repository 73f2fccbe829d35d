import type { Position } from "../problem/problem.js";

/** Where the lines of a text begin: the offsets of those up to the one behind an offset. */
export type Lines = (offset: number) => readonly number[];

/** The lines of a text, which are looked for as far as somebody asks: most problems stand far before the end of a long one. */
export function linesOf(text: string): Lines {
  const starts = [0];
  const nextStart = text.includes("\r") ? startBehindAny(text) : startBehindFeed(text);
  let last: number | undefined = 0;
  return (offset) => {
    while (last !== undefined && last <= offset) {
      last = nextStart(last);
      if (last !== undefined) starts.push(last);
    }
    return starts;
  };
}

/** Of nearly all texts, and in a third of the time. */
function startBehindFeed(text: string) {
  return (from: number) => {
    const end = text.indexOf("\n", from);
    return end === -1 ? undefined : end + 1;
  };
}

function startBehindAny(text: string) {
  const ends = /\r\n?|\n/g;
  return (from: number) => {
    ends.lastIndex = from;
    return ends.exec(text) ? ends.lastIndex : undefined;
  };
}

/** Lines count from 0. */
export function lineAt(lines: Lines, offset: number): number {
  const starts = lines(offset);
  let first = 0;
  let last = starts.length - 1;
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return first;
}

/** Of a document without line breaks, a line can be all of it. */
const maxLine = 1000;

/** The position of an offset in a text. */
export function positionIn(file: string, text: string, lines: Lines, offset: number): Position {
  const line = lineAt(lines, offset);
  const starts = lines(offset);
  const start = starts[line] ?? 0;
  const column = offset - start;
  const end = text.slice(start, (starts[line + 1] ?? text.length + 1) - 1).replace(/\r$/, "").length + start;
  const cut = end - start > maxLine ? Math.max(column - maxLine / 2, 0) : 0;
  const shown = text.slice(start + cut, Math.min(end, start + cut + maxLine));
  return { file, line: line + 1, column: column + 1, text: shown, ...(cut > 0 ? { cut } : {}) };
}

/** The beginning of a file of which no text is known. */
export function beginningOf(file: string): Position {
  return { file, line: 1, column: 1, text: "" };
}
