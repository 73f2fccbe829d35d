import type { Classified } from "../../runtime/error.js";
import type { ErrorData } from "../../view/data/contract-data.js";

/** What a word or an answer stands for. */
export interface Explained {
  /** The errors that are meant: one for a code, each for a status, several where APIs share the code; none where it is unlisted. */
  readonly errors: readonly ExplainedError[];
  /** Where a code is unlisted: those that may be meant. */
  readonly meant: readonly ExplainedError[];
  /** How the parser of the one API that it is of reads an answer; undefined where none was given, or no single API is known. */
  readonly answer: ExplainedAnswer | undefined;
}

/** An error, and the id of its API. */
export interface ExplainedError extends ErrorData {
  readonly api: string;
}

/** An answer as it was classified. */
export type ExplainedAnswer = Omit<Classified, "body" | "headers">;
