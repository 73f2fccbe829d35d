import { hasErrors, type Problem } from "../problem/problem.js";

/** Where commands print: results to standard output, everything for people to standard error. */
export interface Terminal {
  readonly answer: (text: string) => void;
  readonly tell: (text: string) => void;
  /** Which of the two shows colours. */
  readonly colour: { readonly answer: boolean; readonly tell: boolean };
}

export const processTerminal: Terminal = {
  answer: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  colour: { answer: showsColour(process.stdout), tell: showsColour(process.stderr) },
};

function showsColour(stream: { readonly isTTY?: boolean }): boolean {
  return Boolean(stream.isTTY) && !process.env.NO_COLOR;
}

/** 0: fine. 1: problems. 2: a file that can't be read. */
export function exitOf(problems: readonly Problem[]): number {
  if (!hasErrors(problems)) return 0;
  return problems.some(({ code, level }) => code === "file-unreadable" && level === "error") ? 2 : 1;
}
