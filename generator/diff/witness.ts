import { classifyAnswer } from "../runtime/classify.js";
import type { Shape } from "../runtime/contract.js";
import { isObject } from "../runtime/pointer.js";
import { retryOfAnswer } from "../runtime/rule.js";
import { statusKeys } from "../runtime/status.js";
import type { Answered, Difference, Seen, Witness } from "./change.js";
import type { RuleId } from "./rules.js";
import type { Side } from "./side.js";
import { toldOf } from "./told-details.js";

/** The first answer that the two parsers read differently, in what a change is about; undefined where none shows it. */
export function confirm({ rule, witness = () => [] }: Difference, before: Side, after: Side): Witness | undefined {
  const keys = shownIn[rule];
  for (const { answer, validUnder, operation } of witness()) {
    const shown = {
      validUnder,
      answer,
      old: seenBy(before, answer, operation),
      new: seenBy(after, answer, operation),
    };
    const [owner, other] = validUnder === "new" ? [shown.new, shown.old] : [shown.old, shown.new];
    // What its own contract does not allow shows nothing.
    if (owner.deviations.length > 0) continue;
    const told = toldBy(validUnder === "new" ? before : after, owner, answer.status);
    const pair = [told(owner), told(other)] as const;
    const isElsewhere = keys === inDetails ? isOfEnvelope(validUnder === "new" ? before : after) : isOfStatus;
    if (keys ? isMisreadIn(...pair, keys, isElsewhere) : isMisread(...pair)) return shown;
  }
  return undefined;
}

/** What a client was told of: details, or members of them, that its contract says nothing of are not missed, and not in the way. */
function toldBy({ parser }: Side, { code, listed }: Seen, status: number): (seen: Seen) => Seen {
  const shapes = shapesOf(parser, listed && parser.errors[code] ? code : undefined, status);
  return (seen) => ({ ...seen, details: toldOf(seen.details, shapes) });
}

/** By which the details of an error are to be read: its own; of one that is not listed, those of its status, else any. */
function shapesOf({ errors }: Side["parser"], listed: string | undefined, status: number): readonly Shape[] {
  const of = (codes: readonly string[]) => codes.flatMap((code) => errors[code]?.details ?? []);
  if (listed !== undefined) return of([listed]);
  const own = statusKeys(status).flatMap((key) => (errors[`http_${key}`] ? [`http_${key}`] : []));
  return own.length > 0 ? of(own.slice(0, 1)) : of(Object.keys(errors).filter((code) => code.startsWith("http_")));
}

/** `status`: that the answer came with another one. */
type Shown = keyof Seen | "status";

const inDetails = ["details", "deviations"] as const;

/** What a client sees of what a change is about; of all others, anything: an error is read as another, or not at all. */
const shownIn: Readonly<Partial<Record<RuleId, readonly Shown[]>>> = {
  "status-moved": ["status", "code", "listed", "closest", "category", "retry"],
  // It is read by another envelope then, or by none.
  "envelope-moved": ["code", "listed", "message", "details", "fields", "requestId", "retryAfter", "deviations"],
  "code-moved": ["code", "listed", "message", "details", "fields", "requestId", "retryAfter", "deviations"],
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

/** `isElsewhere`: of a deviation, that it is about something else. */
function isMisreadIn(
  owner: Seen,
  other: Seen,
  keys: readonly Shown[],
  isElsewhere: (deviation: string) => boolean,
): boolean {
  return keys.some((key) => {
    if (key === "status") return other.deviations.some(isOfStatus);
    return key === "deviations" ? !other.deviations.every(isElsewhere) : !isSame(owner[key], other[key]);
  });
}

/** That there is no code, or no body at all, says nothing of details. */
function isOfEnvelope({ parser }: Side): (deviation: string) => boolean {
  const places = parser.envelopes.flatMap(({ code }) => (code === undefined ? [] : [`${code}: `]));
  const beginnings = ["the answer: an error body", ...places];
  return (deviation) => isOfStatus(deviation) || beginnings.some((each) => deviation.startsWith(each));
}

/** That the status is another says nothing of a body. */
function isOfStatus(deviation: string): boolean {
  return deviation.startsWith("the answer: status ");
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
