import { readBody } from "./body.js";
import { closestCode } from "./closest.js";
import { codeIn, envelopeOfItem } from "./coded-item.js";
import { conform, none } from "./conform.js";
import type { Envelope, ErrorRule, ParserContract } from "./contract.js";
import { delayIn, delayInHeaders } from "./delay.js";
import { isShallowJson } from "./depth.js";
import { detailsIn } from "./details.js";
import { chooseEnvelope, codeInHeader, fieldsValue, isTextOfOne, listedCode } from "./envelope.js";
import type { Classified, Deviation, RequestGiven } from "./error.js";
import { oneField, readFields } from "./fields.js";
import { type HeadersLike, readHeaders } from "./headers.js";
import { keptCode } from "./kept-code.js";
import { withoutSecret } from "./loggable.js";
import { messageIn } from "./message.js";
import { openDetails } from "./open-details.js";
import { own, valueAt } from "./pointer.js";
import { limitReset } from "./rate-limit.js";
import { requestInfo } from "./request-info.js";
import { categoryOfAnswer } from "./rule.js";
import { coversStatus, statusKeys } from "./status.js";
import { repeatsStatus, statusGiven } from "./status-code.js";
import { describe, hasWords, printable, textOf, typeOf } from "./text.js";

/** An HTTP answer, from any client. `body` may be text, bytes, parsed JSON or nothing. */
export interface Answer {
  readonly status: number;
  readonly headers?: HeadersLike | undefined;
  readonly body?: unknown;
}

export interface ParseOptions<Operation extends string = never> {
  /** The operation that was called: a code that it does not declare then comes back unlisted. */
  readonly operation?: Operation | undefined;
  /** What to say about the request. The query of its URL is left out. */
  readonly request?: RequestGiven | undefined;
  /** What led to this: becomes the error's `cause`. */
  readonly cause?: unknown;
  /** How much of the body is looked at. Default: 1 MiB. */
  readonly maxBytes?: number | undefined;
}

/** Turns any answer into the data of one error of the contract. Never throws, whatever the body. */
export function classifyAnswer(
  contract: ParserContract,
  answer: Answer,
  options: ParseOptions<string> = {},
): Classified {
  try {
    return classify(contract, answer, options);
  } catch {
    // A body that is no data: a proxy or a getter that throws. The rest of the answer still counts.
    return classify(contract, { ...answer, body: undefined }, options);
  }
}

function classify(contract: ParserContract, answer: Answer, options: ParseOptions<string>): Classified {
  const status = statusGiven(answer.status);
  const { operation, request } = options;
  const headers = readHeaders(answer.headers);
  const body = readBody(answer.body, headers["content-type"], options.maxBytes);
  const isListed = (each: string) => own(contract.errors, each) !== undefined;
  // Of a body that is a text, words are for people.
  const saysNothing = (each: string) =>
    !isListed(each) && (repeatsStatus(each, status) || (each === body.text && hasWords(each)));
  const said = typeof body.value === "string" ? body.text : body.value;
  const found = chooseEnvelope(said, contract.envelopes, saysNothing);
  const envelope = found ? envelopeOfItem(said, found) : {};
  const inBody = codeIn(said, envelope);
  const tells = (each: string | undefined) => each !== undefined && !saysNothing(each);
  const inHeaders = () =>
    (found ? [found] : contract.envelopes).map((each) => codeInHeader(headers, each, isListed)).find(tells);
  const isText = isTextOfOne(inBody, envelope, contract);
  const stated = tells(inBody) && !isText ? inBody : inHeaders();
  const code = stated === undefined ? `http_${status}` : keptCode(contract, listedCode(stated, isListed));
  const rule = own(contract.errors, code);
  const closest = rule ? code : closestCode(contract, code, status);
  const treatedAs = closest === undefined ? undefined : contract.errors[closest];
  const isBare = found === undefined && isDeclaredBare(contract, status, body.value, headers["content-type"]);
  const isDue = !isBare && (body.value !== undefined || !(treatedAs?.empty || stated !== undefined));
  // A code that says no more than the status, or that a header says: the body need not.
  const needsCode = inBody === stated;
  const deviations = isDue ? envelopeDeviations(contract, body.value, found && envelope, needsCode) : [];

  const declared = operation === undefined ? undefined : own(contract.operations, operation);
  const listed = rule !== undefined && (declared?.includes(code) ?? true);
  if (rule && !listed)
    deviations.push({ pointer: envelope.code ?? "", expected: `an error of ${operation}`, found: printable(code) });
  // Where no answer of the document tells of a code, any may.
  if (rule && rule.statuses.length > 0 && !coversStatus(rule.statuses, status))
    deviations.push({ pointer: "", expected: `status ${rule.statuses.join(" or ")}`, found: `status ${status}` });
  const raw = readDetails(body.value, envelope, deviations);
  const declaredIn = () => (isBare ? undefined : declaredDetails(raw, rule!, envelope, deviations));
  const details = listed ? declaredIn() : openDetails(raw, contract, status);
  const fieldsAt = rule?.fields ?? envelope.fields ?? fieldsOfProblem(headers["content-type"]);
  const several = readFields(fieldsValue(body.value, fieldsAt, envelope));
  const message = messageIn(body, envelope, several, status);
  const isOne = several.length === 0 && envelope.field !== undefined;
  const fields = isOne ? oneField(valueAt(body.value, envelope.field), message) : several;
  const after = delayInHeaders(contract, headers);
  const category = categoryOfAnswer(treatedAs, status, headers, after);
  const reset = category === "rate_limit" || status === 503 ? limitReset(contract, headers) : undefined;
  return {
    api: contract.api,
    code,
    listed,
    status,
    message,
    details,
    fields,
    requestId: requestIdIn(contract, body.value, envelope, headers),
    retryAfter: after ?? delayIn(body.value, envelope) ?? reset,
    closest,
    category,
    operation,
    request: request && requestInfo(request),
    deviations: deviations.length > 0 ? deviations.map((each) => withoutSecret(each, body.value)) : deviations,
    body: body.value,
    headers,
  };
}

/** Whether the document declares such a body for the status beside its envelopes, or instead of them. */
function isDeclaredBare({ errors }: ParserContract, status: number, body: unknown, mediaType?: string): boolean {
  const rules = statusKeys(status).map((key) => own(errors, `http_${key}`));
  const { textTypes = [], bareTypes = [] } = rules.find((rule) => rule !== undefined) ?? {};
  return typeof body === "string" ? textTypes.includes(bareName(mediaType)) : bareTypes.includes(typeOf(body));
}

const ofProblems = /^\s*application\/problem\+json\s*(?:;|$)/i;

/** RFC 9457 shows field errors there (section 3), and servers send them, declared or not. */
function fieldsOfProblem(mediaType = ""): string | undefined {
  return ofProblems.test(mediaType) ? "/errors" : undefined;
}

function bareName(mediaType = ""): string {
  return mediaType.split(";", 1)[0]!.trim().toLowerCase();
}

/** Where the body departs from the envelope it came in, or from all of them. */
function envelopeDeviations(
  contract: ParserContract,
  body: unknown,
  envelope: Envelope | undefined,
  needsCode: boolean,
): Deviation[] {
  const deviations: Deviation[] = [];
  if (!envelope)
    return contract.envelopes.length > 0 ? [{ pointer: "", expected: "an error body", found: describe(body) }] : [];
  const { code, codeOptional, codeType, message, messageType, requestId, literals = {} } = envelope;
  for (const pointer of Object.keys(literals))
    conform(valueAt(body, pointer), { enum: [literals[pointer]] }, pointer, deviations);
  const check = (pointer: string | undefined, type: string | readonly string[] | undefined, isDue: boolean) => {
    if (pointer === undefined) return;
    const value = valueAt(body, pointer);
    const isText = typeof value === "string" || typeof value === "number";
    if ((isText && type === undefined) || (!isDue && (value === undefined || value === null))) return;
    conform(value, { type: type ?? "string" }, pointer, deviations);
  };
  if (needsCode) check(code, codeType, !codeOptional);
  check(message, messageType && [...messageType, "number"], false);
  check(requestId, undefined, false);
  return deviations;
}

/** The details as they are, unless they could not be printed or copied. */
function readDetails(body: unknown, envelope: Envelope, deviations: Deviation[]): unknown {
  const details = detailsIn(body, envelope);
  if (isShallowJson(details)) return details;
  const pointer = envelope.details ?? "";
  deviations.push({ pointer, expected: "JSON, not nested deeply", found: describe(details) });
  return undefined;
}

/** The details of a listed error as its rule declares them. */
function declaredDetails(
  details: unknown,
  rule: ErrorRule,
  { details: at }: Envelope,
  deviations: Deviation[],
): unknown {
  if (!rule.details || (details === undefined && rule.details.optional)) return undefined;
  const checked = conform(details, rule.details, at ?? "", deviations);
  return checked === none ? undefined : checked;
}

function requestIdIn(
  { requestIdHeaders = ["X-Request-Id"] }: ParserContract,
  body: unknown,
  envelope: Envelope,
  headers: Readonly<Record<string, string>>,
): string | undefined {
  let id = textOf(valueAt(body, envelope.requestId));
  // One that is empty tells no answer from another.
  for (const name of requestIdHeaders) id ||= own(headers, name.toLowerCase());
  return id ? printable(id) : undefined;
}
