import type { Position } from "../problem/problem.js";

/** The offsets at which the lines of a text begin. */
export function linesOf(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    // As nearly all are, and found in a third of the time.
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
    return starts;
  }
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** Lines count from 0. */
export function lineAt(lines: readonly number[], offset: number): number {
  let first = 0;
  let last = lines.length - 1;
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((lines[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return first;
}

/** Of a document without line breaks, a line can be all of it. */
const maxLine = 1000;

/** The position of an offset in a text. */
export function positionIn(file: string, text: string, lines: readonly number[], offset: number): Position {
  const line = lineAt(lines, offset);
  const start = lines[line] ?? 0;
  const column = offset - start;
  const end = text.slice(start, (lines[line + 1] ?? text.length + 1) - 1).replace(/\r$/, "").length + start;
  const cut = end - start > maxLine ? Math.max(column - maxLine / 2, 0) : 0;
  const shown = text.slice(start + cut, Math.min(end, start + cut + maxLine));
  return { file, line: line + 1, column: column + 1, text: shown, ...(cut > 0 ? { cut } : {}) };
}

/** The beginning of a file of which no text is known. */
export function beginningOf(file: string): Position {
  return { file, line: 1, column: 1, text: "" };
}
