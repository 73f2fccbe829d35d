import { escapeInLines } from "../runtime/text.js";
import { annotatedFile } from "./annotated-file.js";
import { type Told, withEqualOnes } from "./equal-ones.js";
import type { Position, Problem } from "./problem.js";

/** How problems are printed: for people, for programs, or as annotations of GitHub Actions. */
export const formats = ["text", "json", "github"] as const;

export type Format = (typeof formats)[number];

export function printProblems(problems: readonly Problem[], format: Format, colour: boolean): string {
  if (format === "json") return `${JSON.stringify({ problems }, null, 2)}\n`;
  const told = withEqualOnes(problems);
  if (format === "github") return told.map(annotation).join("");
  return told.map((problem) => `${frame(problem, colour)}\n`).join("");
}

/** How many places are read one by one. */
const maxPlaces = 5;

/** `and 7 more places: b.yaml:3:4, b.yaml:9:4, ...` */
function placesIn(others: readonly Position[]): string {
  const shown = others.slice(0, maxPlaces).map(({ file, line, column }) => `${file}:${line}:${column}`);
  const places = others.length === 1 ? "1 more place" : `${others.length} more places`;
  return `and ${places}: ${shown.join(", ")}${others.length > shown.length ? ", ..." : ""}`;
}

/** The place, the finding, the line with a mark below it, and what to type. */
function frame({ position, level, code, message, fix, others }: Told, colour: boolean): string {
  const paint = (text: string, style: keyof typeof styles) => (colour ? `${styles[style]}${text}\u001b[0m` : text);
  const { file, line, column, text, cut = 0 } = position;
  const number = String(line);
  const { before, rest } = excerpt(text, column - cut, cut > 0);
  // A tab is as wide as the terminal says, so the mark stands below a copy of what precedes it.
  const indent = before.replace(/[^\t]/g, " ");
  const source =
    text === ""
      ? []
      : [`  ${number} | ${before}${rest}`, `  ${" ".repeat(number.length)} | ${indent}${paint("^", level)}`];
  return [
    `${paint(`${file}:${line}:${column}`, "bold")}: ${paint(level, level)}: ${shown(message)} (${code})`,
    ...source,
    `  ${paint("fix", "bold")}: ${shown(fix)}`,
    ...(others.length === 0 ? [] : [`  ${placesIn(others)}`]),
    "",
  ].join("\n");
}

/** A line before and after a column; of a long one, as a document without line breaks is, what stands near by. */
function excerpt(text: string, column: number, isCut: boolean): { readonly before: string; readonly rest: string } {
  const from = text.length > 160 ? Math.max(column - 80, 0) : 0;
  const to = from + 160;
  return {
    before: `${from > 0 || isCut ? "..." : ""}${shown(text.slice(from, column - 1))}`,
    rest: `${shown(text.slice(column - 1, to))}${text.length > to ? "..." : ""}`,
  };
}

const styles = { bold: "\u001b[1m", error: "\u001b[31m", warning: "\u001b[33m", note: "\u001b[36m" };

/** Text from a document, of a length that can be read. A tab stays, since it is in the line that is shown. */
function shown(text: string): string {
  return text
    .slice(0, 400)
    .split("\n")
    .map((line) => escapeInLines(line))
    .join("\\u000a");
}

function annotation({ position, level, code, message, fix, others }: Told): string {
  const { file, line, column } = position;
  const properties = { file: annotatedFile(file), line, col: column, title: `openapi-errors: ${code}` };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const command = level === "note" ? "notice" : level;
  const more = others.length === 0 ? [] : [placesIn(others)];
  return `::${command} ${list.join(",")}::${escapeData([shown(message), `fix: ${shown(fix)}`, ...more].join("\n"))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
