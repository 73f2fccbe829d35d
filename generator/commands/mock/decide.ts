import type { MockedApi, Place } from "./apis.js";
import { placeOf } from "./apis.js";
import { type Asked, appliedText, askedBy, isNothing } from "./asked.js";
import type { Counts } from "./counts.js";
import {
  type DeclaredError,
  errorAnswer,
  errorsOf,
  errorsUnder,
  exampleNames,
  type SentAnswer,
  sent,
} from "./error-answer.js";
import { deviatingAnswer, type Failed, failed, isOfErrors, unlistedAnswer } from "./failures.js";
import { indexOf } from "./index-text.js";
import { takePreferences } from "./preferences.js";
import { badPreference, noOperation, notDeclared, notShown } from "./refusal.js";
import { shownSuccesses, successAnswer } from "./success-answer.js";

export interface Request {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly prefer: string | undefined;
}

/** What a request is answered with. */
export type Decision = (
  | Failed
  /** To go on to the API itself, without what was said to the mock. */
  | { readonly forward: { readonly url: string; readonly prefer: string | undefined } }
) & {
  /** Seconds until then. */
  readonly delay: number;
  /** Of what was asked, what is done. */
  readonly applied: string | undefined;
  /** What is to be told of it beside that. */
  readonly note: string;
  readonly place: Place | undefined;
};

export interface Mocking {
  readonly apis: readonly MockedApi[];
  readonly forwards: boolean;
  readonly counts: Counts;
}

/** The whole of the mock but its sockets: what was asked, of which operation, and the answer to that. */
export function decide({ method, url, prefer }: Request, mocking: Mocking): Decision {
  const { apis, forwards, counts } = mocking;
  const taken = takePreferences(url, prefer);
  const [path = ""] = taken.url.split("?", 1);
  const asked = askedBy(taken);
  const place = placeOf(method, path, apis);
  const own = (answer: SentAnswer, note = ""): Decision => ({ answer, delay: 0, applied: undefined, note, place });
  if ("wrong" in asked) return own(badPreference(asked.wrong), "refused");
  const { delay, times } = asked;
  const applied = isNothing(asked) && delay === 0 ? undefined : appliedText(taken.preferences);
  const forward = { url: (place?.path ?? path) + taken.url.slice(path.length), prefer: taken.prefer };
  if (isNothing(asked) && forwards) return { forward, delay, applied, note: "forwarded", place };
  if (place === undefined) {
    const index = method === "GET" && isNothing(asked) ? indexOf(path, apis) : undefined;
    return index ? own(index) : own(noOperation(method, path, apis), "refused");
  }
  const asIfNothing = (note: string): Decision =>
    forwards ? { forward, delay: 0, applied: undefined, note, place } : own(usual(place), note);
  const answered = answerTo(asked, place);
  // What is said for all operations at once is meant for those that have it.
  if ("refused" in answered)
    return taken.isForAll ? asIfNothing("does not declare that") : own(answered.refused, "refused");
  if (times !== undefined) {
    const counted = [place.api.contract.id, place.operation.id, asked.key];
    if (counts.add(JSON.stringify(counted)) > times) return asIfNothing("`times` is used up");
  }
  return { ...answered, delay, applied, note: "", place };
}

function usual({ api, operation }: Place): SentAnswer {
  return successAnswer(api, operation) ?? { status: 200, headers: {}, body: undefined };
}

type Answered = Failed | { readonly refused: SentAnswer };

/** What an operation answers to what was asked. */
function answerTo(asked: Asked, place: Place): Answered {
  const { failure, retryAfter } = asked;
  const found =
    failure !== undefined && isOfErrors(failure) ? errorInForm(failure, asked, place) : chosen(asked, place);
  if ("refused" in found) return found;
  const answer = retryAfter === undefined ? found.answer : withRetryAfter(found.answer, retryAfter);
  if (failure === undefined || isOfErrors(failure)) return { answer };
  const broken = failed(failure, answer);
  if (broken === undefined)
    return { refused: badPreference(`\`failure=${failure}\` needs an answer with a body: add \`error=<code>\``) };
  return retryAfter !== undefined && failure === "gateway"
    ? { answer: withRetryAfter(broken.answer, retryAfter) }
    : broken;
}

/** The declared error that is meant; undefined where none is, so that all is well. */
function errorMeant({ error, status, failure }: Asked, { api, operation }: Place): DeclaredError | undefined | "none" {
  const all = errorsOf(api, operation);
  if (error !== undefined) return all.find((each) => each.error.code === error) ?? "none";
  if (status !== undefined && (status >= 400 || !successAnswer(api, operation, { status }))) {
    const [first, ...others] = errorsUnder(status, all);
    return first === undefined ? "none" : ([first, ...others].find(hasExample) ?? first);
  }
  if (failure === undefined || !isOfErrors(failure)) return undefined;
  return (
    all.find((each) => each.error.wire && hasExample(each)) ?? all.find((each) => each.error.wire) ?? all[0] ?? "none"
  );
}

function hasExample(declared: DeclaredError): boolean {
  return exampleNames(declared).length > 0;
}

function chosen(asked: Asked, place: Place): { readonly answer: SentAnswer } | { readonly refused: SentAnswer } {
  const { api, operation } = place;
  const { status, example } = asked;
  const meant = errorMeant(asked, place);
  if (meant === "none") return { refused: notMeant(asked, place) };
  if (meant === undefined) {
    const answer = successAnswer(api, operation, { status, example });
    if (answer !== undefined) return { answer };
    return { refused: notShown(`example \`${example}\` of a success`, shownSuccesses(api, operation), operation) };
  }
  const all = status === undefined ? [meant] : errorsUnder(status, errorsOf(api, operation));
  const own =
    asked.error === undefined && example !== undefined
      ? all.find((each) => exampleNames(each).includes(example))
      : meant;
  if (own === undefined || (example !== undefined && !exampleNames(own).includes(example)))
    return { refused: notShown(`example \`${example}\` of that`, all.flatMap(exampleNames), operation) };
  return { answer: sent(errorAnswer(api, operation, own, { example, status: statusOf(asked, own) })) };
}

/** The status that was asked for beside a code, where the code is declared for it. */
function statusOf({ status }: Asked, { keys }: DeclaredError): number | undefined {
  return status !== undefined && keys.some((key) => covers(key, status)) ? status : undefined;
}

function covers(key: string, status: number): boolean {
  return key === "default" || key === String(status) || key === `${Math.trunc(status / 100)}XX`;
}

function errorInForm(
  failure: "unlisted" | "deviating",
  asked: Asked,
  place: Place,
): { readonly answer: SentAnswer } | { readonly refused: SentAnswer } {
  const { api, operation } = place;
  const meant = errorMeant(asked, place);
  if (meant === "none" || meant === undefined) return { refused: notMeant(asked, place) };
  const like = errorAnswer(api, operation, meant, { example: asked.example, status: statusOf(asked, meant) });
  const answer = failure === "unlisted" ? unlistedAnswer(api, meant, like) : deviatingAnswer(api, operation.id, like);
  if (answer !== undefined) return { answer };
  const why = failure === "unlisted" ? "an answer of this API has no place for a code" : "nothing in it could depart";
  return { refused: badPreference(`\`failure=${failure}\` can't be here: ${why}`) };
}

function notMeant({ error, status }: Asked, { api, operation }: Place): SentAnswer {
  if (error !== undefined) return notDeclared(error, api, operation);
  const keys = api.answers(operation.id).map(({ key }) => key);
  return notShown(status === undefined ? "errors" : `status ${status}`, keys, operation);
}

function withRetryAfter(answer: SentAnswer, seconds: string): SentAnswer {
  const others = Object.entries(answer.headers).filter(([name]) => name.toLowerCase() !== "retry-after");
  return { ...answer, headers: { ...Object.fromEntries(others), "Retry-After": seconds } };
}
