import { createHash } from "node:crypto";
import type { Classified } from "../runtime/error.js";
import { type ChangeLevel, type Facet, type Hurt, type RuleId, rules } from "./rules.js";

/** What was found to differ: one cause is one change, however many places show it. */
export interface Difference {
  readonly rule: RuleId;
  readonly code?: string;
  /** The code that took its place. */
  readonly to?: string;
  /** Ids of the operations that it is about; none: all that give the code. */
  readonly operations?: readonly string[];
  /** In one sentence, as a person would say it. */
  readonly message: string;
  /** What tells two differences of one rule, code and operation apart: a pointer, a member. */
  readonly about?: string;
  /** Answers that may show it, in the order in which they are tried. */
  readonly witness?: () => Iterable<Candidate>;
}

/** An answer that may show that a change breaks, and by which contract it is valid. */
export interface Candidate {
  readonly answer: Answered;
  readonly validUnder: "old" | "new";
  readonly operation?: string | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer, and what each of the two parsers makes of it. */
export interface Witness {
  readonly validUnder: "old" | "new";
  readonly answer: Answered;
  readonly old: Seen;
  readonly new: Seen;
}

/** What a client sees of an answer. */
export type Seen = Pick<
  Classified,
  "code" | "listed" | "closest" | "category" | "message" | "details" | "fields" | "requestId" | "retryAfter"
> & { readonly retry: string; readonly deviations: readonly string[] };

/** One finding of `diff`. */
export interface Change {
  readonly rule: RuleId;
  readonly level: ChangeLevel;
  readonly facet: Facet;
  readonly hurts: readonly Hurt[];
  readonly api: string;
  readonly code: string | null;
  /** The code that took its place. */
  readonly to: string | null;
  /** Empty: all that give the code, or the whole API. */
  readonly operations: readonly string[];
  readonly message: string;
  /** What tells it from others of its rule and code: a pointer, a member, statuses. */
  readonly about: string | null;
  /** Names the change, whatever the texts and places of it become. */
  readonly fingerprint: string;
  readonly witness: Witness | null;
}

export function changeOf(
  api: string,
  difference: Difference,
  level: ChangeLevel,
  witness: Witness | undefined,
): Change {
  const { rule, code = null, to = null, operations = [], message, about = "" } = difference;
  const { facet, hurts } = rules[rule];
  const named = [rule, api, code ?? "*", about, ...(operations.length > 0 ? [...operations].sort() : ["*"])];
  const fingerprint = createHash("sha256").update(JSON.stringify(named)).digest("hex").slice(0, 12);
  return {
    ...{ rule, level, facet, hurts, api, code, to, operations, message },
    about: about === "" ? null : about,
    fingerprint,
    witness: witness ?? null,
  };
}
