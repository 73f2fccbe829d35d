import { classifyAnswer } from "../runtime/classify.js";
import { isObject } from "../runtime/pointer.js";
import { retryOfAnswer } from "../runtime/rule.js";
import { throwable } from "../runtime/thrown-error.js";
import type { ErrorData } from "../view/data/contract-data.js";
import type { Answered, Candidate, Seen, Witness } from "./change.js";
import { sampleOf } from "./details.js";
import type { Side } from "./side.js";

/** Answers of an error that are valid under its contract: its examples, else one that is made as a server makes it. */
export function answersOf(side: Side, error: ErrorData): Answered[] {
  const shown = error.examples.map(({ status, headers, body }) => ({ status, headers, body }));
  return shown.length > 0
    ? shown
    : [madeAnswer(side, error, error.details === null ? undefined : sampleOf(error.details))];
}

/** An answer with given details. */
export function madeAnswer({ parser }: Side, { code, title }: ErrorData, details: unknown): Answered {
  const made = throwable(parser, code, { title, details, options: undefined, calledAs: madeAnswer as never });
  const { status } = made;
  const { headers, body } = made as unknown as Answered;
  return { status, headers, body };
}

/** The first answer that the two parsers read differently; undefined where none shows it. */
export function confirm(candidates: readonly Candidate[], before: Side, after: Side): Witness | undefined {
  for (const { answer, validUnder, operation } of candidates) {
    const witness = {
      validUnder,
      answer,
      old: seenBy(before, answer, operation),
      new: seenBy(after, answer, operation),
    };
    const [owner, other] = validUnder === "new" ? [witness.new, witness.old] : [witness.old, witness.new];
    if (isMisread(owner, other)) return witness;
  }
  return undefined;
}

/** What a client that was generated from a contract sees of an answer. */
function seenBy({ parser }: Side, answer: Answered, operation?: string): Seen {
  const known = operation !== undefined && Object.hasOwn(parser.operations, operation) ? { operation } : {};
  const data = classifyAnswer(parser, answer, known);
  const rule = data.closest === undefined ? undefined : parser.errors[data.closest];
  const { code, listed, closest, category, message, details, fields, requestId, retryAfter } = data;
  return {
    ...{ code, listed, closest, category, message, details, fields, requestId, retryAfter },
    retry: retryOfAnswer(rule, answer.status, category),
    deviations: data.deviations.map(
      ({ pointer, expected, found }) => `${pointer || "the answer"}: ${expected}, not ${found}`,
    ),
  };
}

/** Whether a client of the other contract gets less, or something else, than one of the contract that allows the answer. */
function isMisread(owner: Seen, other: Seen): boolean {
  if (other.deviations.length > owner.deviations.length) return true;
  const { deviations: _, details, ...said } = owner;
  const { deviations: __, details: theirs, ...read } = other;
  return JSON.stringify(said) !== JSON.stringify(read) || !isSame(details, theirs);
}

function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}
