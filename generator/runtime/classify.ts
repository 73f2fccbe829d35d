import { defaultMaxBytes, readBody } from "./body.js";
import { categoryOfStatus, classOf } from "./category.js";
import { closestCode } from "./closest.js";
import type { Envelope, ParserContract } from "./contract.js";
import { checkDetails, detailsIn, isShallowJson } from "./details.js";
import { brokenLiterals, chooseEnvelope, codeIn, delayIn } from "./envelope.js";
import type { Classified, Deviation, RequestInfo } from "./error.js";
import { readFields } from "./fields.js";
import { type HeadersLike, readHeaders } from "./headers.js";
import { messageIn } from "./message.js";
import { valueAt } from "./pointer.js";
import { parseRetryAfter } from "./retry-after.js";
import { describe, printable } from "./text.js";

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
  readonly request?: RequestInfo | undefined;
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
  const status = Number.isInteger(answer.status) ? answer.status : 0;
  const headers = readHeaders(answer.headers);
  const { date } = headers;
  const body = readBody(answer.body, headers["content-type"], options.maxBytes ?? defaultMaxBytes);
  const envelope = chooseEnvelope(body.value, contract.envelopes);
  const stated = envelope && codeIn(body.value, envelope);
  const code = stated ?? `http_${status}`;
  const rule = Object.hasOwn(contract.errors, code) ? contract.errors[code] : undefined;
  const closest = rule ? code : closestCode(contract, code, status);
  const treatedAs = closest === undefined ? undefined : contract.errors[closest];
  const bare = treatedAs?.empty && body.value === undefined;
  const deviations = bare ? [] : envelopeDeviations(contract, body.value, envelope);

  const undeclared = rule !== undefined && !isDeclared(contract, options.operation, code);
  if (undeclared) {
    const found = printable(code);
    deviations.push({ pointer: envelope?.code ?? "", expected: `an error of ${options.operation}`, found });
  }
  if (rule && !coversStatus(rule.statuses, status))
    deviations.push({ pointer: "", expected: `status ${rule.statuses.join(" or ")}`, found: `status ${status}` });

  const listed = rule !== undefined && !undeclared;
  const details = readDetails(body.value, envelope, deviations);
  const fields = rule?.fields ?? envelope?.fields;
  return {
    api: contract.api,
    code,
    listed,
    status,
    message: messageIn(body, envelope, status),
    details: listed
      ? rule.details && checkDetails(details, rule.details, envelope?.details ?? "", deviations)
      : details,
    fields: fields === undefined ? [] : readFields(valueAt(body.value, fields)),
    requestId: requestIdIn(contract, body.value, envelope, headers),
    retryAfter: parseRetryAfter(headers["retry-after"], date) ?? delayIn(body.value, envelope),
    closest,
    category: treatedAs ? classOf(treatedAs, status).category : categoryOfStatus(status),
    operation: options.operation,
    request: options.request && withoutQuery(options.request),
    deviations,
    body: body.value,
    headers,
  };
}

/** Whether a rule's statuses hold this one: `"402"`, `"4XX"` or `"default"`. */
export function coversStatus(statuses: readonly string[], status: number): boolean {
  const range = `${Math.trunc(status / 100)}XX`;
  return statuses.some((key) => key === String(status) || key === range || key === "default");
}

function isDeclared(contract: ParserContract, operation: string | undefined, code: string): boolean {
  if (operation === undefined || !Object.hasOwn(contract.operations, operation)) return true;
  return contract.operations[operation]!.includes(code);
}

/** Where the body departs from the envelope it came in, or from all of them. */
function envelopeDeviations(contract: ParserContract, body: unknown, envelope: Envelope | undefined): Deviation[] {
  if (!envelope) {
    const expected = "an error body";
    return contract.envelopes.length === 0 ? [] : [{ pointer: "", expected, found: describe(body) }];
  }
  const deviations = brokenLiterals(body, envelope).map(([pointer, literal]) => ({
    pointer,
    expected: JSON.stringify(literal),
    found: describe(valueAt(body, pointer)),
  }));
  for (const pointer of [envelope.code, envelope.message, envelope.requestId]) {
    const value = pointer === undefined ? undefined : valueAt(body, pointer);
    const fits = value == null ? pointer !== envelope.code : typeof value === "string" || typeof value === "number";
    if (pointer !== undefined && !fits) deviations.push({ pointer, expected: "string", found: describe(value) });
  }
  return deviations;
}

function readDetails(body: unknown, envelope: Envelope | undefined, deviations: Deviation[]): unknown {
  const details = envelope && detailsIn(body, envelope);
  if (isShallowJson(details)) return details;
  deviations.push({ pointer: envelope?.details ?? "", expected: "JSON, not nested deeply", found: describe(details) });
  return undefined;
}

function requestIdIn(
  contract: ParserContract,
  body: unknown,
  envelope: Envelope | undefined,
  headers: Readonly<Record<string, string>>,
): string | undefined {
  const inBody = envelope?.requestId === undefined ? undefined : valueAt(body, envelope.requestId);
  if (typeof inBody === "string" || typeof inBody === "number") return printable(String(inBody));
  const names = contract.requestIdHeaders ?? ["X-Request-Id"];
  const name = names.map((header) => header.toLowerCase()).find((header) => Object.hasOwn(headers, header));
  return name && printable(headers[name]!);
}

/** Query, fragment and user information often hold secrets. */
function withoutQuery({ method, url }: RequestInfo): RequestInfo {
  return { method, url: url?.replace(/[?#].*/s, "").replace(/\/\/[^/]*@/, "//") };
}
