import { answerBody, sentBody, withConstants } from "./answer-body.js";
import { type ApiError, isErrorOf, makeError } from "./api-error.js";
import { classifyAnswer } from "./classify.js";
import type { Envelope, ErrorRule, ParserContract } from "./contract.js";
import { delayIn } from "./delay.js";
import type { ListedError } from "./error.js";
import type { Caller } from "./stack.js";

/** What a server may add to an error that it throws. */
export interface ThrowOptions {
  /** For people. Default: the title of the error. */
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  /** Seconds to wait: sent as `Retry-After`, and in the body where the envelope has a place for it. */
  readonly retryAfter?: number | undefined;
  /** Only where the error has several statuses, or a range. Default: its first. */
  readonly status?: number | undefined;
  /** What made the server fail. It is not sent. */
  readonly cause?: unknown;
}

/** An error that a server throws and answers with: one of some, or any. */
export type Thrown<E = ListedError<string, unknown>> = E & {
  /** Headers to send: lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body to send, in the API's own envelope. */
  readonly body: unknown;
  /** The body as it is sent: as JSON, or as the text that it is under another media type. Undefined where there is none. */
  readonly bodyText: string | undefined;
};

/** What generated code knows of an error that is thrown. */
export interface ThrowParts {
  readonly title: string;
  readonly details: unknown;
  readonly options: ThrowOptions | undefined;
  /** The function that the stack begins below. */
  readonly calledAs: Caller;
}

/** Makes the error of a listed code, with everything that has to be sent for it. */
export function throwable(
  contract: ParserContract,
  code: string,
  { title, details, options = {}, calledAs }: ThrowParts,
): ApiError {
  const rule = contract.errors[code]!;
  const status = options.status ?? statusOf(rule);
  const statusOnly = code === `http_${rule.statuses[0]}`;
  const envelope = envelopeFor(contract, rule, statusOnly);
  const parts = {
    code: statusOnly ? undefined : rule.wireType === "integer" ? Number(code) : code,
    message: options.message ?? title,
    details: withConstants(details, rule.details?.optional && details === undefined ? undefined : rule.details),
    requestId: options.requestId,
    delay: options.retryAfter,
  };
  const body = rule.empty === true || !envelope ? undefined : answerBody(envelope, parts);
  const delay = options.retryAfter ?? delayIn(body, envelope ?? {});
  const { mediaType = "application/json" } = rule;
  const headers = {
    ...(body === undefined ? {} : { "content-type": mediaType }),
    ...(envelope?.codeHeader === undefined || statusOnly ? {} : { [envelope.codeHeader.toLowerCase()]: code }),
    ...(delay === undefined ? {} : { "retry-after": String(Math.ceil(delay)) }),
  };
  const data = classifyAnswer(contract, { status, headers, body });
  const error = makeError(contract.name, data, options, calledAs);
  // No value: details may be what JSON can't hold, and are to fail where they are sent.
  Object.defineProperty(error, "bodyText", { get: () => sentBody(body, mediaType) });
  return Object.defineProperty(error, thrown, { value: true });
}

// In the global registry, as the brand of errors is.
const thrown = Symbol.for("openapi-errors.thrown");

/** Whether a value is an error of this API that a server made to answer with, and not the answer of another server. */
export function isThrownOf(contract: ParserContract, value: unknown): boolean {
  return isErrorOf(contract, value) && (value as { readonly [thrown]?: unknown })[thrown] === true;
}

/** The envelope that says this error: its own, and for a status-only error one without a code where there is one. */
function envelopeFor(contract: ParserContract, rule: ErrorRule, statusOnly: boolean): Envelope | undefined {
  const { envelopes } = contract;
  if (statusOnly)
    return envelopes.find(({ code, message }) => code === undefined && message !== undefined) ?? envelopes[0];
  return envelopes[rule.envelope ?? 0];
}

function statusOf({ statuses }: ErrorRule): number {
  const [key = "default"] = statuses;
  return key === "default" ? 500 : Number(key.replace("XX", "00"));
}
