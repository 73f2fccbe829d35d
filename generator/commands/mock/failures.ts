import { answerBody } from "../../runtime/answer-body.js";
import { classifyAnswer } from "../../runtime/classify.js";
import { isObject, tokensOf } from "../../runtime/pointer.js";
import type { WholeAnswer } from "../../view/data/made-answer.js";
import type { MockedApi } from "./apis.js";
import { type DeclaredError, type SentAnswer, sent } from "./error-answer.js";

/** What fails in ways that no document declares, and clients forget. */
export const failureKinds = {
  gateway: "502 with a page of HTML, as a proxy sends it",
  empty: "the status of the answer, and no body",
  truncated: "the answer, whose body ends in its middle; its length is right",
  aborted: "the answer, in the middle of whose body the connection breaks",
  reset: "no answer: the connection breaks",
  timeout: "no answer ever, over a connection that stays",
  unlisted: "an error in the form of the API, with a code that nobody listed",
  deviating: "an error whose details, or whose status, are not as declared",
} as const;

export type FailureKind = keyof typeof failureKinds;

export function isFailureKind(text: string): text is FailureKind {
  return Object.hasOwn(failureKinds, text);
}

/** Those that are an error of the API in another form. */
export function isOfErrors(kind: FailureKind): kind is "unlisted" | "deviating" {
  return kind === "unlisted" || kind === "deviating";
}

/** What comes of an answer, and how its connection ends. */
export interface Failed {
  readonly answer: SentAnswer;
  readonly ends?: "midway" | "before" | "never";
}

/** An answer as it fails; undefined where it has no body that could. */
export function failed(kind: Exclude<FailureKind, "unlisted" | "deviating">, answer: SentAnswer): Failed | undefined {
  const bytes = Buffer.from(answer.body ?? "");
  switch (kind) {
    case "gateway":
      return { answer: gateway };
    case "empty":
      return { answer: { ...answer, body: undefined } };
    case "truncated":
      return bytes.length < 2 ? undefined : { answer: { ...answer, body: bytes.subarray(0, bytes.length >> 1) } };
    case "aborted":
      return bytes.length < 2 ? undefined : { answer, ends: "midway" };
    case "reset":
      return { answer, ends: "before" };
    case "timeout":
      return { answer, ends: "never" };
  }
}

const gateway: SentAnswer = {
  status: 502,
  headers: { "Content-Type": "text/html" },
  body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
};

/** An answer with an error, where the code is one that nobody listed; undefined where an answer has no place for a code. */
export function unlistedAnswer(api: MockedApi, { error }: DeclaredError, like: WholeAnswer): SentAnswer | undefined {
  const { contract, parser } = api;
  const own = parser.envelopes.find((_, index) => contract.envelopes[index]?.name === error.envelope);
  const envelope =
    own?.code === undefined && own?.codeHeader === undefined ? parser.envelopes.find(({ code }) => code) : own;
  if (envelope === undefined) return undefined;
  const code = envelope.codeType === "integer" ? 999_999 : "not_listed";
  const body = answerBody(envelope, {
    ...{ code, message: "The contract does not list this code.", details: undefined },
    ...{ requestId: undefined, delay: undefined },
  });
  const { codeHeader } = envelope;
  const headers = { ...like.headers, ...(codeHeader === undefined ? {} : { [codeHeader]: String(code) }) };
  const type = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  const whole = type ? headers : { ...headers, "Content-Type": "application/json" };
  const answer = { status: like.status, headers: whole, body };
  return classifyAnswer(parser, answer).listed ? undefined : sent(answer);
}

/**
 * The same error, as it is not declared: whatever its body says beside the code is of another type, or, where nothing
 * more is declared of that, it has another status. Undefined where neither departs.
 */
export function deviatingAnswer({ parser }: MockedApi, operation: string, answer: WholeAnswer): SentAnswer | undefined {
  const { code } = classifyAnswer(parser, answer, { operation });
  const kept = new Set(
    parser.envelopes
      .flatMap(({ code: at, literals = {} }) => [at ?? [], Object.keys(literals)].flat())
      .map((pointer) => tokensOf(pointer).join("/")),
  );
  const changed = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => changed(item, [...path, "*"]));
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, changed(member, [...path, name])]),
      );
    if (kept.has(path.join("/"))) return value;
    return typeof value === "string" ? 0 : "text";
  };
  const wrong = [
    { ...answer, body: changed(answer.body, []) },
    ...[418, 409, 507].map((status) => ({ ...answer, status })),
  ];
  const found = wrong.find((each) => {
    const parsed = classifyAnswer(parser, each, { operation });
    return parsed.code === code && parsed.deviations.length > 0;
  });
  return found && sent(found);
}
