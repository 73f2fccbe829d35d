import type { Answered, Change } from "../../../generator/diff/change.js";
import type { RuleId } from "../../../generator/diff/rules.js";
import type { Side } from "../../../generator/diff/side.js";
import { classifyAnswer } from "../../../generator/runtime/classify.js";
import type { Shape } from "../../../generator/runtime/contract.js";
import { valueAt } from "../../../generator/runtime/pointer.js";
import { retryOfAnswer } from "../../../generator/runtime/rule.js";
import { coversStatus, statusKeys } from "../../../generator/runtime/status.js";
import type { ValidAnswer } from "./answers.js";

/** What is wrong with what `diff` says of a pair of contracts. */
export interface Fault {
  readonly kind: "miss" | "lowered" | "unconfirmed" | "false alarm";
  readonly said: string;
}

/** Changes of names in generated code: no answer shows them. */
const ofNames: readonly RuleId[] = ["api-renamed", "operation-renamed", "tombstone-removed"];

/** An error that the old contract does not know, or not there: nothing of it can be read as it is meant. */
const ofWholes: readonly RuleId[] = [
  ...(["code-added", "code-added-to-new-operations", "code-renamed", "code-revived", "code-reused"] as const),
  ...(["code-type-changed", "code-moved", "envelope-constant-changed", "evidence-lost"] as const),
];
const ofStatuses: readonly RuleId[] = ["status-moved", "status-added", "error-added"];

/** Which rules tell of what a client of the old contract sees otherwise. */
const rulesOf: Readonly<Record<string, readonly RuleId[]>> = {
  code: [...ofWholes, ...ofStatuses],
  listed: [...ofWholes, "error-added"],
  status: [...ofWholes, ...ofStatuses],
  operation: [...ofWholes, "error-added"],
  category: [...ofWholes, ...ofStatuses, "category-changed", "delay-moved"],
  retry: [
    ...ofWholes,
    ...ofStatuses,
    ...([
      "category-changed",
      "delay-moved",
      "retry-stopped",
      "retry-started",
      "retry-needs-idempotence",
      "retry-any-method",
    ] as const),
  ],
  closest: [...ofWholes, ...ofStatuses, "closest-changed"],
  message: [...ofWholes, "message-moved", "fields-moved", "fields-added"],
  requestId: [...ofWholes, "request-id-moved"],
  retryAfter: [...ofWholes, "delay-moved", "header-removed", "category-changed", ...ofStatuses],
  fields: [...ofWholes, "fields-moved", "fields-added", "details-moved"],
  details: [
    ...ofWholes,
    ...(["details-moved", "details-removed", "details-member-removed", "details-member-optional"] as const),
    ...([
      "details-optional-member-removed",
      "details-type-changed",
      "details-nullable",
      "details-enum-widened",
    ] as const),
    ...(["error-added", "message-moved", "request-id-moved", "delay-moved"] as const),
  ],
};
/** What stands beside the code is details, unless it is something else. */
const ofMembers: readonly RuleId[] = ["message-moved", "request-id-moved", "details-moved", "delay-moved"];

/**
 * Holds what `diff` says against answers that the new contract allows, read as clients of the old one do. All that is read
 * otherwise must be told of by a rule that is about it, of this code or of all (else: a miss), and not as something that no
 * answer shows (lowered). What is called breaking has a witness that is read otherwise (else: unconfirmed), and where it
 * is about answers, one of ours is read otherwise, in what the rule is about (else: a false alarm). Which rules only warn,
 * `rules` says; `code-removed` is about answers of the old contract that a client of the new one does not know.
 */
export function judge(
  before: Side,
  after: Side,
  valid: { readonly old: readonly ValidAnswer[]; readonly new: readonly ValidAnswer[] },
  changes: readonly Change[],
): Fault[] {
  const faults: Fault[] = [];
  const shown = new Set<Change>();
  const first = new Set<string>();
  // To name the operation changes the same, whatever else an answer says.
  const askedOf = (operation: string, code: string) => {
    const isKnown = first.has(`${operation} ${code}`);
    first.add(`${operation} ${code}`);
    return isKnown ? [undefined] : [undefined, operation];
  };
  // Who has the old contract calls no operation that only the new one has.
  const known = new Set(before.data.operations.map(({ path }) => path));
  const isAllowed = allowedBy(valid.old);
  for (const one of valid.new) {
    const { code, operation, path, answer } = one;
    for (const asked of known.has(path) ? askedOf(operation, code) : [])
      for (const facet of misread(before, after, answer, asked)) {
        const telling = changes.filter((change) => isAbout(change, one, facet, before, after));
        for (const change of telling) shown.add(change);
        if (facet === "details" && isAllowed(one)) continue;
        if (isUnsaid(before, after, one, facet)) continue;
        if (telling.length === 0)
          faults.push({
            kind: "miss",
            said: `${facet} of ${code}${asked ? ` of ${asked}` : ""}: ${JSON.stringify(answer)}`,
          });
        else if (telling.every(({ message }) => isLowered(message)))
          faults.push({ kind: "lowered", said: `${telling[0]!.rule}, ${facet} of ${code}: ${JSON.stringify(answer)}` });
      }
  }
  for (const change of changes) {
    const gone = change.rule === "code-removed" ? valid.old.filter(({ code }) => code === change.code) : [];
    if (gone.some(({ answer }) => misread(after, before, answer, undefined).length > 0)) shown.add(change);
  }
  for (const change of changes) {
    const { rule, level, witness, message } = change;
    if (level !== "breaking" || ofNames.includes(rule)) continue;
    const [owner, other] = witness?.validUnder === "old" ? [before, after] : [after, before];
    if (!witness || misread(other, owner, witness.answer, undefined).length === 0)
      faults.push({ kind: "unconfirmed", said: `${rule}: ${message}` });
    else if (!shown.has(change))
      faults.push({ kind: "false alarm", said: `${rule}: ${message}: ${JSON.stringify(witness.answer)}` });
  }
  return faults;
}

/** Of its code, of all, or of what is beside it: whether a change tells of an answer that it is read otherwise. */
function isAbout(change: Change, one: ValidAnswer, facet: string, before: Side, after: Side): boolean {
  const { rule, code, to } = change;
  const { code: of, sent, answer } = one;
  const isUnlisted = sent !== undefined;
  const isTold = (list: readonly RuleId[]) => rulesIn(change).some((each) => list.includes(each));
  // A status that has no code of its own is another error of the contract then, with all that it says.
  const isMovedBare = rule === "status-moved" && bareCodesOf(change).some((each) => isOf(each, answer.status));
  const isGoneBare = rule === "code-removed" && bareCodesOf(change).some((each) => isOf(each, answer.status));
  if (isUnlisted && (isMovedBare || isGoneBare)) return true;
  // An unlisted code is read by what its status is told to be, in operations that do not tell of it too.
  const isOfStatus = isUnlisted && bareCodesOf(change).some((each) => isOf(each, answer.status));
  const telling = rulesOf[facet] ?? [...ofMembers, ...ofWholes, ...rulesOf.details!];
  // An unlisted code comes in the envelope of those that are listed beside it, and is what its status is taken for.
  const isHere = ({ data }: Side) =>
    data.errors.some((each) => (each.code === code || each.code === to) && coversStatus(each.statuses, answer.status));
  const isBeside = isUnlisted && isTold([...ofWholes, ...ofMembers]) && [before, after].some(isHere);
  return (
    ((code === null && isOfAll(change, one, before, after)) ||
      code === of ||
      to === of ||
      (of.startsWith("http_") && isMovedBare) ||
      isOfStatus ||
      isBeside) &&
    isTold(telling)
  );
}

const ofEnvelopes: readonly RuleId[] = [...ofMembers, "envelope-moved", "code-moved", "envelope-constant-changed"];

/** A change that names no code is about all that share its cause: an envelope that is another, or codes that its sentence names. */
function isOfAll({ rule, message }: Change, { code, sent }: ValidAnswer, before: Side, after: Side): boolean {
  if (sent !== undefined) return true;
  if (ofEnvelopes.includes(rule)) return envelopeOf(before, code) !== envelopeOf(after, code);
  return !/^(?:details|fields|header)-/.test(rule) || message.includes(`\`${code}\``) || / more\b/.test(message);
}

/** Where an error says what, as text: in its envelope, and in headers that are the same for all. */
function envelopeOf({ data, parser }: Side, code: string): string {
  const error = data.errors.find((each) => each.code === code);
  const { name: _, ...pointers } = data.envelopes.find(({ name }) => name === error?.envelope) ?? { name: "" };
  return JSON.stringify([pointers, parser.requestIdHeaders, parser.delayHeaders]);
}

/** What moved together is told of as what each of its parts would be alone. */
function rulesIn({ rule, message }: Change): RuleId[] {
  if (rule !== "envelope-moved") return [rule];
  const parts = ["code", "message", "details", "request-id", "delay"] as const;
  return parts.flatMap((part) =>
    new RegExp(`[:,] ${part.replace("-", " ")} (?:\`|the top)`).test(message) ? [`${part}-moved` as const] : [],
  );
}

/** A status-only error that moved is called after its old status, and `about` names it after the new one. */
function bareCodesOf({ code, about }: Change): string[] {
  return [code, about].flatMap((each) => (each?.startsWith("http_") ? [each] : []));
}

function isOf(bare: string, status: number): boolean {
  return coversStatus([bare.slice("http_".length)], status);
}

/**
 * Answers that the old contract allows are no news to its clients, however their details are read beside others. A listed
 * code has the same bodies wherever it comes; one that is not listed has those of its place.
 */
function allowedBy(old: readonly ValidAnswer[]): (one: ValidAnswer) => boolean {
  const placeOf = ({ path, code, sent, answer }: ValidAnswer) => [path, answer.status, sent ?? code];
  const keysOf = (one: ValidAnswer) =>
    (one.sent === undefined ? [placeOf(one), [one.code, one.answer.body]] : [[...placeOf(one), one.answer.body]]).map(
      (key) => JSON.stringify(key),
    );
  const all = new Set(old.flatMap(keysOf));
  return (one) => keysOf(one).every((key) => all.has(key));
}

function isLowered(message: string): boolean {
  return message.endsWith("no answer was found that the old parser misreads");
}

/** What a client of another contract sees otherwise, or deviate, where one of its own does not. */
export function misread(other: Side, owner: Side, answer: Answered, operation: string | undefined): string[] {
  const [ours, theirs] = [seen(owner, answer, operation), seen(other, answer, operation)];
  // Details that a client was told nothing of are not missed, nor a member of them that it was told nothing of: where its
  // contract declares some, all of these count, and that one is of another kind is a deviation, which counts by itself.
  const shapes = shapesOf(other, ours, answer.status);
  const isAlike = (key: string) =>
    key === "details"
      ? isSame(declared(ours.details, shapes), declared(theirs.details, shapes))
      : isSame(ours[key], theirs[key]);
  return Object.keys(ours).filter((key) => !isAlike(key));
}

/**
 * By which a client is to read the details of an error: its own; of one that is not listed, those of its status, else any.
 * A status that a contract tells of without details has none to a client, whatever the range around it has.
 */
function shapesOf({ parser: { errors } }: Side, { code, listed }: Seen, status: number): Shape[] {
  const of = (codes: readonly string[]) => codes.flatMap((each) => errors[each]?.details ?? []);
  if (listed && errors[String(code)]) return of([String(code)]);
  const own = statusKeys(status).flatMap((key) => (errors[`http_${key}`] ? [`http_${key}`] : []));
  return own.length > 0 ? of(own.slice(0, 1)) : of(Object.keys(errors).filter((each) => each.startsWith("http_")));
}

/** What of some details shapes tell of. */
function declared(details: unknown, shapes: readonly Shape[]): unknown {
  const all = shapes.flatMap(({ anyOf, ...shape }) => anyOf ?? [shape]);
  if (all.length === 0) return undefined;
  const isOpen = all.some(({ type, additionalProperties }) => type !== "object" || additionalProperties);
  if (isOpen || typeof details !== "object" || details === null) return details;
  const isTold = (name: string) => all.some(({ properties = {} }) => Object.hasOwn(properties, name));
  const told = Object.entries(details).filter(([name]) => isTold(name));
  // Without a member they are as good as none: that none are there, where some had to be, is a deviation.
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

/**
 * What a contract never said of an error, its clients do not miss: an id or a delay that only bodies of the new one hold.
 * That headers hold it, they were told, unless no answer of theirs declares any that does.
 */
function isUnsaid({ data, parser }: Side, after: Side, { code, sent, answer }: ValidAnswer, facet: string): boolean {
  const error = data.errors.find((each) => each.code === code);
  const isOwn =
    sent === undefined
      ? ({ name }: Envelope) => name === error?.envelope
      : (envelope: Envelope) => envelope.code !== undefined && valueAt(answer.body, envelope.code) !== undefined;
  const envelope = data.envelopes.find(isOwn);
  const isKept = (key: "requestIdHeaders" | "delayHeaders") =>
    JSON.stringify(parser[key]) === JSON.stringify(after.parser[key]);
  if (!envelope) return false;
  if (facet === "requestId") return envelope.requestId === undefined && isKept("requestIdHeaders");
  const delays = ["Retry-After", ...(data.delayHeaders ?? []).map(({ name }) => name)];
  const isInHeaders = error?.headers.some((header) => delays.includes(header)) ?? false;
  return facet === "retryAfter" && envelope.delay === undefined && isKept("delayHeaders") && !isInHeaders;
}

type Envelope = Side["data"]["envelopes"][number];

type Seen = Readonly<Record<string, unknown>>;

export function seen({ parser }: Side, answer: Answered, operation?: string): Seen {
  const known = operation !== undefined && Object.hasOwn(parser.operations, operation) ? { operation } : {};
  const data = classifyAnswer(parser, answer, known);
  const { code, listed, category, message, requestId, retryAfter, closest, details, fields, deviations } = data;
  const rule = closest === undefined ? undefined : parser.errors[closest];
  const kinds = deviations.map(({ expected }) =>
    expected.startsWith("status ") ? "status" : expected.startsWith("an error of ") ? "operation" : "body",
  );
  return {
    ...{ code, listed, category, message, requestId, retryAfter, closest, details, fields },
    retry: retryOfAnswer(rule, answer.status, category),
    status: kinds.includes("status"),
    operation: kinds.includes("operation"),
    body: kinds.includes("body"),
  };
}

/** Without regard to the order of members. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key as keyof typeof one], other[key as keyof typeof other]));
}
