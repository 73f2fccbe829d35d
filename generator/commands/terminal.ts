import { hasErrors, type Problem } from "../problem/problem.js";

/** Where commands print: results to standard output, everything for people to standard error. */
export interface Terminal {
  readonly answer: (text: string) => void;
  readonly tell: (text: string) => void;
  /** Which of the two shows colours. */
  readonly colour: { readonly answer: boolean; readonly tell: boolean };
  /** How many columns a page for people may take. */
  readonly width: number;
}

export const processTerminal: Terminal = {
  answer: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  colour: { answer: showsColour(process.stdout), tell: showsColour(process.stderr) },
  width: columnsOf(process.stdout.columns ?? Number(process.env.COLUMNS)),
};

/** As Node itself decides: FORCE_COLOR, then NO_COLOR, then whether it is a terminal. */
function showsColour(stream: { readonly isTTY?: boolean }): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return Boolean(stream.isTTY) && !NO_COLOR;
}

/** 80 where nobody knows, as in a pipe; never so few that a word has no room. */
function columnsOf(columns: number): number {
  return Number.isInteger(columns) && columns > 0 ? Math.max(columns, 20) : 80;
}

/** 0: fine. 1: problems. 2: a file that can't be read or written. */
export function exitOf(problems: readonly Problem[]): number {
  if (!hasErrors(problems)) return 0;
  const ofFiles = ["file-unreadable", "file-unwritable", "output-locked"];
  return problems.some(({ code, level }) => ofFiles.includes(code) && level === "error") ? 2 : 1;
}
