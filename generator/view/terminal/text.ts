import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import { escapeControls } from "../../runtime/text.js";
import type { CodeText } from "../code-text.js";

/** What a page in the terminal is laid out for. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
}

export type TerminalText = ReturnType<typeof terminalText>;

const labelWidth = 11;

/** Text for a terminal: wrapped to its width, escaped, and in colour where it shows any. */
export function terminalText({ width, colour }: Screen) {
  const paint = (style: "bold" | "cyan" | "dim", text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  /** Wraps each line; those after the first begin below `indent`, as the first does behind what stands there. */
  const wrapped = (text: string, indent: number) => {
    const columns = Math.max(width - indent, 10);
    return wrapAnsi(text, columns, { hard: true }).replaceAll("\n", `\n${" ".repeat(indent)}`);
  };
  const terminal = (text: string): CodeText => ({ kind: "terminal", text });
  const line = (text: string) => escapeControls(text.replace(/\s+/g, " ").trim());

  return {
    heading: (text: string) => terminal(paint("bold", wrapped(line(text), 0))),
    code: (code: string, rest: string) => terminal(wrapped(`${paint("cyan", line(code))} ${line(rest)}`.trim(), 0)),
    /** A label, and what it stands for in a column of its own. */
    fact: (label: string, text: string) =>
      terminal(`${paint("dim", label.padEnd(labelWidth))}${wrapped(line(text), labelWidth)}`),
    /** What a document says in paragraphs, lists and tables, with these as they are. */
    prose: (text: string, indent = 0) =>
      terminal(
        paragraphsOf(text)
          .map((paragraph) => `${paragraph === "" ? "" : " ".repeat(indent)}${wrapped(line(paragraph), indent)}`)
          .join("\n"),
      ),
    item: (text: string) => terminal(`  - ${wrapped(line(text), 4)}`),
    /** A name, and in the same line what is to be said of it. */
    term: (name: string, rest: string) => terminal(`  ${wrapped(`${paint("cyan", line(name))}  ${line(rest)}`, 2)}`),
    /** Text that can't leave its line. */
    inLine: line,
    /** Cells beside one another, as they are. */
    row: ([first = "", ...rest]: readonly string[]) =>
      terminal(rest.length === 0 ? `  ${first.trimEnd()}` : `  ${paint("cyan", first)}  ${rest.join("  ").trimEnd()}`),
    /** Code keeps its spaces. */
    block: (code: string) =>
      terminal(
        code
          .split("\n")
          .map((text) => wrapAnsi(escapeControls(text), Math.max(width - 2, 10), { hard: true, trim: false }))
          .join("\n")
          .replace(/^(?=.)/gm, "  "),
      ),
    /** An address, whole: broken, it would lead nowhere. */
    link: (url: string) => terminal(`  ${line(url)}`),
  };
}

const ownLine = /^\s*(?:[-*+|>#]|\d+[.)]\s|```|~~~)/;

/** Lines that belong together, joined; what has to begin a line begins one. */
function paragraphsOf(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.trim().split(/\r\n|[\n\r]/)) {
    const before = lines.at(-1);
    const apart = before === undefined || before === "" || line.trim() === "" || ownLine.test(line);
    if (apart || /^\s*(?:```|~~~|\|)/.test(before)) lines.push(line.trim());
    else lines[lines.length - 1] = `${before} ${line.trim()}`;
  }
  return lines;
}
