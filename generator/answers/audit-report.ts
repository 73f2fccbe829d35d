/** What traffic held, against contracts. It names codes, operations and places; of bodies, headers and queries it holds nothing. */
export interface AuditReport {
  /** How many error answers were looked at: those whose body or code was recorded. */
  readonly answers: number;
  /** Error answers of which only the status was recorded: nothing is known of their codes. */
  readonly withoutBody: number;
  /** Those that no API sent, or of which nothing says whose they are. */
  readonly foreign: number;
  /** Lines that are no record of an answer. */
  readonly unread: number;
  /** Answers with a code or a drift that is not named here, as there were too many of these. */
  readonly unnamed: number;
  /** Those that came, the most frequent first. */
  readonly codes: readonly CodeSeen[];
  /** How the traffic departs from the contracts, the most frequent first. */
  readonly drift: readonly Drift[];
  /** Codes that no answer had. */
  readonly unseen: readonly { readonly api: string; readonly code: string }[];
}

export interface CodeSeen {
  readonly api: string;
  /** `http_<status>` where an answer had none. */
  readonly code: string;
  readonly listed: boolean;
  readonly answers: number;
  /** How many of them had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many of them each operation gave, where that is known. */
  readonly operations: Readonly<Record<string, number>>;
}

/** What a drift is: a code that is not listed or retired, a body that departs, a status that is declared nowhere. */
export const driftKinds = ["unlisted", "retired", "deviation", "undeclared"] as const;

export interface Drift {
  readonly kind: (typeof driftKinds)[number];
  readonly api: string;
  /** Null for a status that is declared nowhere. */
  readonly code: string | null;
  /** Null where it is not known, or of a code that nobody lists. */
  readonly operation: string | null;
  /** A JSON Pointer into the body; empty for all of the answer. */
  readonly pointer: string;
  readonly expected: string;
  /** Of a value, its type. */
  readonly found: string;
  readonly answers: number;
  /** The first answer that has it: a file and a line of it, or an entry. */
  readonly first: string;
}
