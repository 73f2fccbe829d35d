import type { Problem } from "./problem/problem.js";
import { ToolFailure, toolFailed } from "./problem/tool.js";
import { beginningOf } from "./read/lines.js";

/** A mistake of this program, and the document that it was at. */
export class Bug extends Error {
  /** As a person would type it. */
  readonly document: string;

  constructor(document: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "Bug";
    this.document = document;
  }
}

/** What was thrown over a document, as a problem of it. What is neither of a library nor of the file system is thrown on. */
export function problemOfFailure(error: unknown, document: string): Problem {
  if (error instanceof ToolFailure) {
    const { tool, makes, fix, position } = error.task;
    return { ...toolFailed(tool, makes, error.message, fix), position: position?.() ?? beginningOf(document) };
  }
  if (error instanceof Bug || (error instanceof Error && "syscall" in error)) throw error;
  throw new Bug(document, error);
}
