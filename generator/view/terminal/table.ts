import stringWidth from "string-width";
import type { CodeText } from "../code-text.js";
import type { TerminalText } from "./text.js";

/** Text stands at the left of its column, a figure at the right. */
export type Cell = string | { readonly figure: string };

/** No column is wider, whatever stands in one of its rows. */
const maxWidth = 80;

/** Rows below one another in columns. They are not wrapped: a path that is broken leads nowhere. */
export function table(rows: readonly (readonly Cell[])[], text: TerminalText): CodeText[] {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === "string" ? text.inLine(cell) : cell)));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.min(Math.max(...shown.map((row) => columnsOf(row[column] ?? ""))), maxWidth),
  );
  return shown.map((row) => text.row(row.map((cell, column) => padded(cell, widths[column] ?? 0))));
}

function columnsOf(cell: Cell): number {
  return typeof cell === "string" ? stringWidth(cell) : cell.figure.length;
}

function padded(cell: Cell, width: number): string {
  if (typeof cell !== "string") return cell.figure.padStart(width);
  return `${cell}${" ".repeat(Math.max(width - stringWidth(cell), 0))}`;
}
