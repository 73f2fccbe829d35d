import type { Answer } from "../../generated/runtime/index.js";

/** An answer as a server, or a machine before it, might give it, and what is to become of it. */
export interface RecordedAnswer {
  readonly name: string;
  readonly answer: Answer;
  readonly operation?: string;
  /** Members of the error; null stands for undefined. */
  readonly expect: Readonly<Record<string, unknown>>;
  /** Where it departs from the contract: the pointers. */
  readonly deviations: readonly string[];
  /** Milliseconds before the second attempt of a GET, with all of the jitter; null: there is none. */
  readonly retry: number | null;
}
