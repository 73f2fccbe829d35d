import type { Deviation, RequestGiven } from "../runtime/error.js";
import type { Pasted } from "./pasted.js";

/** An answer as a recording or a line of a log tells of it. */
export interface Recorded extends Pasted {
  /** Undefined where none was recorded: then nothing is known of it. An empty text: the answer had none. */
  readonly body?: unknown;
  readonly request?: RequestGiven | undefined;
  /** What may be its body where no member is called so, each with the status and the request that stand nearest to it. */
  readonly within?: readonly Pasted[];
  /** What a parser made of it already. */
  readonly told?: Told | undefined;
}

/** An error as a client counted or logged it. */
export interface Told {
  readonly code: string;
  /** The id of its API, where that is said. */
  readonly api?: string | undefined;
  /** The id of its operation. */
  readonly operation?: string | undefined;
  readonly deviations: readonly Deviation[];
}
