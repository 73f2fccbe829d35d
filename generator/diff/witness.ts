import { answerBody } from "../runtime/answer-body.js";
import { classifyAnswer } from "../runtime/classify.js";
import { isObject } from "../runtime/pointer.js";
import { retryOfAnswer } from "../runtime/rule.js";
import { coversStatus } from "../runtime/status.js";
import { type ThrowOptions, throwable } from "../runtime/thrown-error.js";
import type { ErrorData } from "../view/data/contract-data.js";
import type { Answered, Difference, Seen, Witness } from "./change.js";
import { sampleOf } from "./details.js";
import type { RuleId } from "./rules.js";
import type { Side } from "./side.js";

/**
 * Answers of an error that are valid under its contract: its examples, and some that are made as a server makes them, with
 * all that they may say and with the least, so that what no example shows is seen too. `keys`: with these statuses alone.
 */
export function answersOf(side: Side, error: ErrorData, keys: readonly string[] = error.statuses): Answered[] {
  const shown = error.examples.filter(({ status }) => keys.length === 0 || coversStatus(keys, status));
  const { details, statuses } = error;
  const given = details === null ? [undefined] : [sampleOf(details), undefined];
  const inRange = keys.length === 0 ? [undefined] : keys.flatMap(statusesOf);
  const made = inRange.flatMap((status) =>
    given.map((each) =>
      madeAnswer(side, error, each, { requestId: "req-1", ...(status === undefined ? {} : { status }) }),
    ),
  );
  const isAllowed = ({ status }: Answered) => statuses.length === 0 || coversStatus(statuses, status);
  return [...shown.map(({ status, headers, body }) => ({ status, headers, body })), ...made.filter(isAllowed)];
}

/** Statuses that a key stands for: of a range or of all, such as few say by themselves. */
export function statusesOf(key: string): number[] {
  if (key === "default") return [418, 505];
  return key.endsWith("XX") ? [Number(`${key[0]}18`), Number(`${key[0]}00`)] : [Number(key)];
}

/** An answer with given details. */
export function madeAnswer(side: Side, error: ErrorData, details: unknown, options: ThrowOptions = {}): Answered {
  const { parser } = side;
  const { code, title } = error;
  const made = throwable(parser, code, { title, details, options, calledAs: madeAnswer as never });
  const { status } = made;
  const { headers, body } = made as unknown as Answered;
  return { status, headers, body: unlistedBody(side, error, details, options) ?? body };
}

/** Of a status whose bodies state codes that nobody listed. */
function unlistedBody(
  { data, parser }: Side,
  error: ErrorData,
  details: unknown,
  { requestId, retryAfter }: ThrowOptions,
) {
  const at = data.envelopes.findIndex(({ name }) => name === error.envelope);
  const envelope = parser.envelopes[at];
  if (error.wire || envelope?.code === undefined || envelope.codeOptional) return undefined;
  const code = envelope.codeType === "integer" ? 999_999 : "another_code";
  return answerBody(envelope, { code, message: error.title, details, requestId, delay: retryAfter });
}

/** The first answer that the two parsers read differently, in what a change is about; undefined where none shows it. */
export function confirm(
  { rule, witness: candidates = [] }: Difference,
  before: Side,
  after: Side,
): Witness | undefined {
  const keys = shownIn[rule];
  for (const { answer, validUnder, operation } of candidates) {
    const witness = {
      validUnder,
      answer,
      old: seenBy(before, answer, operation),
      new: seenBy(after, answer, operation),
    };
    const [owner, other] = validUnder === "new" ? [witness.new, witness.old] : [witness.old, witness.new];
    // What its own contract does not allow shows nothing.
    if (owner.deviations.length > 0) continue;
    if (keys ? isMisreadIn(owner, other, keys) : isMisread(owner, other)) return witness;
  }
  return undefined;
}

/** `status`: that the answer came with another one. */
type Shown = keyof Seen | "status";

const inDetails = ["details", "deviations"] as const;

/** What a client sees of what a change is about; of all others, anything: an error is read as another, or not at all. */
const shownIn: Readonly<Partial<Record<RuleId, readonly Shown[]>>> = {
  "status-moved": ["status", "code", "listed", "closest", "category", "retry"],
  "code-moved": ["code", "listed", "deviations"],
  "message-moved": ["message"],
  "body-removed": ["message", "deviations"],
  "request-id-moved": ["requestId"],
  "delay-moved": ["retryAfter"],
  "details-moved": inDetails,
  "details-removed": inDetails,
  "details-member-removed": inDetails,
  "details-member-optional": inDetails,
  "details-optional-member-removed": inDetails,
  "details-type-changed": inDetails,
  "details-nullable": inDetails,
  "details-enum-widened": inDetails,
  "fields-moved": ["fields"],
  "fields-added": ["fields"],
  "retry-stopped": ["retry"],
  "retry-started": ["retry"],
  "retry-needs-idempotence": ["retry"],
  "retry-any-method": ["retry"],
  "category-changed": ["category"],
};

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

function isMisreadIn(owner: Seen, other: Seen, keys: readonly Shown[]): boolean {
  return keys.some((key) => {
    if (key === "status") return other.deviations.some((each) => each.startsWith("the answer: status "));
    return key === "deviations" ? other.deviations.length > 0 : !isSame(owner[key], other[key]);
  });
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
