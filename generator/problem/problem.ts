import type { problemMeanings } from "./meanings.js";

/** How much a finding weighs: errors stop generation. */
export type Level = "error" | "warning" | "note";

/** A place in a source file. Line and column count from 1; `text` is the line itself, or of a very long one a part. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** How many characters of the line stand before `text`. Default: none. */
  readonly cut?: number;
}

/** One finding: what is wrong, by which rule, and something to type that mends it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly message: string;
  readonly fix: string;
}

/** A finding and where it is. */
export interface Problem extends Finding {
  readonly position: Position;
}

export type ProblemCode = keyof typeof problemMeanings;

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === "error");
}
