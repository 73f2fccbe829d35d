import type { JsonSchema } from "../model/contract.js";
import { answerBody } from "../runtime/answer-body.js";
import { coversStatus, statusKeys } from "../runtime/status.js";
import { type ThrowOptions, throwable } from "../runtime/thrown-error.js";
import type { ErrorData, OperationData } from "../view/data/contract-data.js";
import type { Answered, Candidate } from "./change.js";
import { sampleOf } from "./details.js";
import type { Side } from "./side.js";
import { isToldOf } from "./told-details.js";

/** Answers that may show a change, made one by one as they are asked for: mostly the first one shows it. */
export type Candidates = () => Iterable<Candidate>;

/** How many are tried. */
const most = 200;

/** Answers of an error that its new contract allows. */
export function newAnswers(after: Side, error: ErrorData, keys?: readonly string[]): Candidates {
  return () => candidates(answersOf(after, error, keys), "new");
}

/** Answers of an error that its old contract allows. */
export function oldAnswers(before: Side, error: ErrorData): Candidates {
  return () => candidates(answersOf(before, error), "old");
}

/** The same answers with a header more. */
export function withHeader(answers: Candidates, name: string, value: string): Candidates {
  return function* () {
    for (const { answer, ...rest } of answers())
      yield { ...rest, answer: { ...answer, headers: { ...answer.headers, [name.toLowerCase()]: value } } };
  };
}

export function* candidates(answers: Iterable<Answered>, validUnder: Candidate["validUnder"]): Iterable<Candidate> {
  for (const answer of answers) yield { answer, validUnder };
}

/** Those of several, the first few of many. */
export function joined(all: readonly (Candidates | undefined)[]): Candidates {
  return function* () {
    let count = 0;
    for (const each of all)
      for (const candidate of each?.() ?? []) {
        if (count === most) return;
        count += 1;
        yield candidate;
      }
  };
}

/**
 * Answers of an error that are valid under its contract: its examples, and some that are made as a server makes them, with
 * all that they may say and with the least, so that what no example shows is seen too. `keys`: with these statuses alone.
 */
function* answersOf(side: Side, error: ErrorData, keys: readonly string[] = error.statuses): Iterable<Answered> {
  const { details, statuses, examples } = error;
  const own = side.data.operations.filter(({ id }) => error.operations.includes(id));
  const isTold = (status: number) => own.length === 0 || own.some((each) => keys.includes(keyOf(each, status) ?? ""));
  // `default` is for errors: what it covers beside them is no answer that anybody gets.
  const isGiven = (status: number) =>
    keys.includes(`${status}`) || (status >= 400 && coversStatus(keys, status) && isTold(status));
  for (const { status, headers, body } of examples)
    if (keys.length === 0 || isGiven(status)) yield { status, headers, body };
  const given = details === null ? [undefined] : [...samplesOf(error), undefined];
  const ways = [...given.map((each) => [each, { requestId: "req-1" }] as const), [given[0], {}] as const];
  for (const status of statusesUnder(side, error, keys))
    for (const [each, options] of ways) {
      const made = madeAnswer(side, error, each, { ...options, ...(status === undefined ? {} : { status }) });
      if (statuses.length === 0 || coversStatus(statuses, made.status)) yield made;
    }
}

/** Statuses of answers that some keys stand for, in some operation that says nothing more precise; none: whichever is usual. */
export function statusesUnder(
  side: Side,
  error: ErrorData,
  keys: readonly string[] = error.statuses,
): readonly (number | undefined)[] {
  return keys.length === 0 ? [undefined] : keys.flatMap((key) => statusesIn(side, error, key));
}

function statusesIn({ data }: Side, { operations }: ErrorData, key: string): number[] {
  const all = statusesOf(key);
  if (all.length === 1) return all;
  const own = data.operations.filter(({ id, responses }) => operations.includes(id) && responses.some(isOf(key)));
  if (own.length === 0) return all;
  const isLeft = (status: number) => own.some((each) => keyOf(each, status) === key);
  const left = all.filter(isLeft);
  // Where an operation tells of all errors otherwise, no error is left.
  return left.length === 0 && key === "default" ? [300].filter(isLeft) : left;
}

/** By which of its answers an operation tells of a status: the most precise. */
function keyOf({ responses }: OperationData, status: number): string | undefined {
  return statusKeys(status).find((key) => responses.some(isOf(key)));
}

function isOf(key: string) {
  return ({ status }: { readonly status: string }) => status === key;
}

/** Statuses that a key stands for: of a range or of all, such as few say by themselves. */
function statusesOf(key: string): number[] {
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

/** Details of an error; of a status-only one, those of each kind of body that it may come in. */
function samplesOf({ wire, details }: ErrorData): unknown[] {
  const kinds = wire || !Array.isArray(details?.anyOf) ? [details ?? {}] : (details.anyOf as JsonSchema[]);
  return kinds.map((kind) => sampleOf(kind));
}

/** Of a status whose bodies state codes that nobody listed. */
function unlistedBody(side: Side, error: ErrorData, details: unknown, { requestId, retryAfter }: ThrowOptions) {
  const { data, parser } = side;
  const name = envelopeWith(side, error, details);
  const at = data.envelopes.findIndex((each) => each.name === name);
  const envelope = parser.envelopes[at];
  if (error.wire || envelope?.code === undefined || envelope.codeOptional) return undefined;
  const beside = data.errors.filter((each) => each.wire && each.envelope === name && isBeside(each, error));
  const isNumber = envelope.codeType === "integer" || (beside.length > 0 && beside.every(isInteger));
  const code = isNumber ? 999_999 : "another_code";
  return answerBody(envelope, { code, message: error.title, details, requestId, delay: retryAfter });
}

/** The envelope of an unlisted code: it comes as the code beside it that has such details, and in no other's envelope. */
function envelopeWith({ data, parser }: Side, error: ErrorData, details: unknown): ErrorData["envelope"] {
  const own = data.errors.filter((each) => {
    const shape = parser.errors[each.code]?.details;
    return each.wire && shape !== undefined && isBeside(each, error) && isToldOf(details, shape);
  });
  const isUsual = details === undefined || own.length === 0 || own.some(({ envelope }) => envelope === error.envelope);
  return isUsual ? error.envelope : own[0]!.envelope;
}

/** Whether some answer gives both. */
function isBeside(one: ErrorData, other: ErrorData): boolean {
  const share = (list: readonly string[], others: readonly string[]) => list.some((each) => others.includes(each));
  return share(one.operations, other.operations) && share(one.statuses, other.statuses);
}

function isInteger({ wireType }: ErrorData): boolean {
  return wireType === "integer";
}
