import type { Finding, Position } from "./problem.js";

/** Problems of the libraries that this tool stands on: one fails at what a document says. */

/** `makes`: what it was to make, as in `types.ts`. */
export function toolFailed(tool: string, makes: string, reason: string, fix: string): Finding {
  return {
    code: "tool-failed",
    level: "error",
    message: `${tool} can't make ${makes} of this document: ${reason}`,
    fix,
  };
}

/** What a library was asked for. */
export interface Task {
  readonly tool: string;
  readonly makes: string;
  /** What helps whoever can't wait until it is mended. */
  readonly fix: string;
  /** What it was at, where that is known. */
  readonly position?: (() => Position) | undefined;
}

/** What a library threw at what a document says. */
export class ToolFailure extends Error {
  readonly task: Task;

  constructor(task: Task, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.name = "ToolFailure";
    this.task = task;
  }
}

/** What a library makes: each is asked by this, so that what it throws becomes a problem of the document. */
export function byTool<Made>(task: Task, make: () => Made): Made {
  const failed = (error: unknown): never => {
    throw new ToolFailure(task, error);
  };
  try {
    const made = make();
    return made instanceof Promise ? (made.catch(failed) as Made) : made;
  } catch (error) {
    return failed(error);
  }
}

/** In one line: of a program that was run, what it said itself. */
function reasonOf(cause: unknown): string {
  const said = typeof cause === "object" && cause !== null && "stderr" in cause ? String(cause.stderr) : "";
  const text = said.trim() === "" ? (cause instanceof Error ? cause.message : String(cause)) : said;
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const line = lines.find((one) => /error/i.test(one)) ?? lines[0] ?? "it does not say why";
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

const longest = 300;
