import type { Operation } from "../../model/contract.js";
import { sentBody } from "../../runtime/answer-body.js";
import { statusKeys } from "../../runtime/status.js";
import type { MockedApi } from "./apis.js";
import type { SentAnswer } from "./error-answer.js";

/** What an operation answers where nothing fails, or what it declares for a status; undefined where that is nothing. */
export function successAnswer(
  { answers }: MockedApi,
  operation: Operation,
  { status, example }: { readonly status?: number | undefined; readonly example?: string | undefined } = {},
): SentAnswer | undefined {
  const all = answers(operation.id).filter((answer) => example === undefined || answer.shown().includes(example));
  const [declared] =
    status === undefined
      ? successes.flatMap((form) => all.filter(({ key }) => form.test(key)))
      : statusKeys(status).flatMap((key) => all.filter((answer) => answer.key === key && key !== "default"));
  // Nothing was declared: that it went well is all there is to say.
  if (declared === undefined)
    return status === undefined && example === undefined ? { status: 200, headers: {}, body: undefined } : undefined;
  const { headers, body } = declared.sample(example);
  const type = headers["Content-Type"] ?? "application/json";
  const own = status ?? (declared.key === "2XX" ? 200 : Number(declared.key));
  return { status: own, headers, body: body === undefined ? undefined : sentBody(body, type) };
}

const successes = [/^2\d\d$/, /^2XX$/, /^3\d\d$/];

/** The names of the bodies that the document shows of what an operation answers where nothing fails. */
export function shownSuccesses({ answers }: MockedApi, operation: Operation): string[] {
  return answers(operation.id).flatMap(({ key, shown }) => (/^[23]/.test(key) ? shown() : []));
}
