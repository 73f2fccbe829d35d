import type { Change } from "./change.js";

/** A change that somebody looked at and accepted: by what it is, never by its texts or places. */
export interface Exception {
  readonly rule: string;
  readonly api: string;
  /** Null: of a change that is about no single code. */
  readonly code: string | null;
  /** Undefined: whatever tells it from others of its rule and code. */
  readonly about: string | undefined;
  /** Undefined: in all operations. */
  readonly operations: readonly string[] | undefined;
  readonly reason: string;
  /** The last day on which it is accepted: `2027-01-31`. */
  readonly until: string;
}

/** What is known of a change that was accepted. */
export interface Acceptance {
  readonly reason: string;
  readonly until: string;
}

/** Whether a day is past, in the world's time: both as `2027-01-31`. */
export function isExpired({ until }: Pick<Exception, "until">, today: string): boolean {
  return until < today;
}

/** Whether an exception is about a change, in some of its operations at least. */
export function isAbout(exception: Exception, change: Change): boolean {
  const { rule, api, code, about, operations } = exception;
  return (
    rule === change.rule &&
    api === change.api &&
    code === change.code &&
    (about === undefined || about === change.about) &&
    (operations === undefined || change.operations.some((id) => operations.includes(id)))
  );
}

/** What accepts a change: in every operation that it is about, or not at all. */
export function acceptanceOf(change: Change, exceptions: readonly Exception[]): Acceptance | null {
  const own = exceptions.filter((exception) => isAbout(exception, change));
  const [first] = own;
  if (!first) return null;
  const everywhere = own.find(({ operations }) => operations === undefined);
  const covered = new Set(own.flatMap(({ operations = [] }) => operations));
  const accepts = everywhere ?? (change.operations.every((id) => covered.has(id)) ? first : undefined);
  return accepts ? { reason: accepts.reason, until: accepts.until } : null;
}
