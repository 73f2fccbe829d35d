import type { ContractError, Operation } from "../../model/contract.js";
import { underStatus } from "../../model/derived/under-status.js";
import { canonical } from "../../model/document/canonical.js";
import { sentBody } from "../../runtime/answer-body.js";
import { classifyAnswer } from "../../runtime/classify.js";
import { coversStatus, statusKeys } from "../../runtime/status.js";
import { madeAnswer, readsAs, type WholeAnswer } from "../../view/data/made-answer.js";
import type { MockedApi } from "./apis.js";

/** An answer as it is sent. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** An error that an operation declares, and the status keys under which it does. */
export interface DeclaredError {
  readonly error: ContractError;
  readonly keys: readonly string[];
}

/** The errors of an operation, by status and code. */
export function errorsOf({ contract }: MockedApi, operation: Operation): DeclaredError[] {
  const keys = new Map<string, string[]>();
  for (const { status, errors } of operation.responses)
    for (const code of errors) if (!keys.get(code)?.push(status)) keys.set(code, [status]);
  const byCode = new Map(contract.errors.map((error) => [error.code, error]));
  return [...keys].flatMap(([code, own]) => {
    const error = byCode.get(code);
    return error ? [{ error, keys: own }] : [];
  });
}

/** The most precise of what an operation declares for a status: of 404, `4XX` and `default`; codes before what has none. */
export function errorsUnder(status: number, errors: readonly DeclaredError[]): DeclaredError[] {
  for (const key of statusKeys(status)) {
    const found = errors.filter(({ keys }) => keys.includes(key));
    if (found.length > 0)
      return [...found.filter(({ error }) => error.wire), ...found.filter(({ error }) => !error.wire)];
  }
  return [];
}

/** The names of the examples that an operation may answer an error with. */
export function exampleNames({ error, keys }: DeclaredError): string[] {
  return [...new Set(error.examples.filter(({ status }) => coversStatus(keys, status)).map(({ name }) => name))];
}

/**
 * The answer of an operation with one of its errors: the document's own, where it has one for that operation that the
 * parser reads as this error, else one that is made of the contract.
 */
export function errorAnswer(
  api: MockedApi,
  operation: Operation,
  { error, keys }: DeclaredError,
  { example, status }: { readonly example?: string | undefined; readonly status?: number | undefined } = {},
): WholeAnswer {
  const { parser, contract } = api;
  const declared = operation.responses.filter((response) => keys.includes(response.status));
  const exact = status === undefined ? keys : [String(status)];
  const shown = error.examples.filter((each) => example === undefined || each.name === example);
  const isOwn = ownBodies(api, operation, keys);
  const own = shown
    .filter(
      ({ status: each, body }) => coversStatus(exact, each) && (error.wire || example !== undefined || isOwn(body)),
    )
    .map((each) => ({ ...each, headers: withDeclared(each, error, api, operation) }));
  // An example belongs to all operations that give the error, and one of them may send it in another form.
  const faults = (answer: WholeAnswer): number => {
    const parsed = classifyAnswer(parser, answer, { operation: operation.id });
    const type = typeOf(answer.headers);
    const isDeclared = type === undefined || declared.some(({ mediaTypes }) => mediaTypes.includes(type));
    const beside = underStatus(parsed, operation, contract);
    return (readsAs(error, parsed) ? 0 : 100) + parsed.deviations.length + (beside ? 1 : 0) + (isDeclared ? 0 : 1);
  };
  const rank = (answer: WholeAnswer): number => faults(answer) + (isOwn(answer.body) ? 0 : 0.5);
  const [best] = own.map((answer) => ({ answer, faults: rank(answer) })).sort((a, b) => a.faults - b.faults);
  if (best && (best.faults < 1 || example !== undefined)) return best.answer;
  const types = declared.flatMap(({ mediaTypes }) => mediaTypes);
  const type = types.find((name) => /json/i.test(name)) ?? types[0] ?? "application/json";
  const bare = madeAnswer({ ...error, statuses: exact }, parser, type.includes("*") ? "application/json" : type);
  const made = { ...bare, headers: withDeclared(bare, error, api, operation) };
  return best && best.faults <= rank(made) ? best.answer : made;
}

/** Which bodies the operation shows itself: what another one says of a status without codes is about something else. */
function ownBodies({ answers }: MockedApi, operation: Operation, keys: readonly string[]): (body: unknown) => boolean {
  const texts = new Set(
    answers(operation.id)
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ shown, sample }) => [...shown(), undefined].map((name) => textOf(sample(name).body))),
  );
  return (body) => texts.has(textOf(body));
}

function textOf(body: unknown): string {
  return JSON.stringify(canonical(body)) ?? "";
}

/** As it goes over the wire. */
export function sent({ status, headers, body }: WholeAnswer): SentAnswer {
  const text = body === undefined || body === null ? undefined : sentBody(body, typeOf(headers) ?? "application/json");
  return { status, headers, body: text };
}

/** The headers of an answer, what else the operation declares for its status, and the code where one may say it. */
function withDeclared(
  { status, headers }: WholeAnswer,
  { code, wire, envelope }: ContractError,
  { answers, contract }: MockedApi,
  operation: Operation,
): Record<string, string> {
  const declared = answers(operation.id);
  const own = statusKeys(status)
    .map((key) => declared.find((answer) => answer.key === key))
    .find((answer) => answer !== undefined);
  const { codeHeader } = contract.envelopes.find(({ name }) => name === envelope) ?? {};
  const coded = wire && codeHeader !== undefined ? { [codeHeader]: code } : {};
  const names = new Set(["content-type", ...Object.keys(headers).map((name) => name.toLowerCase())]);
  const more = Object.entries({ ...own?.sample().headers, ...coded }).filter(
    ([name]) => !names.has(name.toLowerCase()),
  );
  return { ...headers, ...Object.fromEntries(more) };
}

function typeOf(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
}
