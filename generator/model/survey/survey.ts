import type { Sources } from "../../read/reader.js";
import type { Node } from "../../read/source.js";
import { type ErrorResponse, statusOnlyCode } from "../answers/error-responses.js";
import { spellingOf } from "../definitions/spelling.js";
import type { OperationNode } from "../document/operations.js";
import { type OutsideCodes, withOutsideCodes } from "../evidence/outside-codes.js";
import { type CodeFound, codesFound } from "./codes-found.js";
import { errorsInSuccess } from "./errors-in-success.js";
import { type RunnerUp, runnersUp } from "./runners-up.js";

/** What a document says about its errors, for a person to judge. Answers are told as `GET /things 404`. */
export interface Survey {
  readonly envelopes: readonly EnvelopeFound[];
  /** Places that could hold the code as well. */
  readonly runnersUp: readonly RunnerUp[];
  readonly codes: readonly CodeFound[];
  readonly operationsWithoutErrors: readonly string[];
  readonly answersWithoutBody: readonly string[];
  readonly answersWithoutCode: readonly string[];
  readonly errorsInSuccess: readonly { readonly answer: string; readonly pointer: string }[];
  /** Codes that differ only in how they are written. */
  readonly spellings: readonly (readonly string[])[];
  /** Answers that list no code, and the first of each status that has such: the status-only error of each. */
  readonly bare: readonly { readonly response: Node; readonly code: string }[];
  /** By code: the texts that bodies show beside it. */
  readonly textsBeside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Answers that do not come in the first envelope that fits: the one that they come in, or none. */
  readonly misread: readonly { readonly response: Node; readonly envelope: string | null }[];
}

export interface EnvelopeFound {
  readonly name: string;
  readonly code: string | undefined;
  readonly answers: number;
}

export function readSurvey(
  operations: readonly OperationNode[],
  responses: readonly ErrorResponse[],
  outside: OutsideCodes,
  follow: Sources["follow"],
): Omit<Survey, "misread"> {
  const codes = withOutsideCodes(codesFound(responses), outside);
  const withoutBody = responses.filter(({ response }) => response.media.length === 0);
  const withoutCode = responses.filter(
    ({ response, branches }) =>
      response.media.length > 0 && branches.every(({ found }) => found?.envelope.code === undefined),
  );
  const failing = new Set(responses.map(({ operation }) => operation));
  return {
    envelopes: envelopesFound(responses),
    runnersUp: runnersUp(responses, follow),
    codes,
    operationsWithoutErrors: operations.filter((operation) => !failing.has(operation)).map(callOf),
    answersWithoutBody: withoutBody.map(answerOf),
    answersWithoutCode: withoutCode.map(answerOf),
    errorsInSuccess: errorsInSuccess(operations, follow).map(({ operation, response, pointer }) => ({
      answer: `${callOf(operation)} ${response.key}`,
      pointer,
    })),
    bare: bareOf(responses),
    textsBeside: textsBeside(responses),
    spellings: spellings(codes.map(({ code }) => code)),
  };
}

function callOf({ method, path }: OperationNode): string {
  return `${method} ${path}`;
}

function answerOf({ operation, response }: ErrorResponse): string {
  return `${callOf(operation)} ${response.key}`;
}

/** What is said of a status-only error is said where it is first met, and it may be met beside codes. */
function bareOf(responses: readonly ErrorResponse[]): Survey["bare"] {
  const open = responses.filter(({ statusOnly }) => statusOnly);
  const bare = open.filter(({ codes }) => codes.length === 0);
  const statuses = new Set(bare.map(({ response }) => response.key));
  const first = new Map(open.toReversed().map((one) => [one.response.key, one]));
  return open
    .filter((one) => one.codes.length === 0 || (statuses.has(one.response.key) && first.get(one.response.key) === one))
    .map(({ response }) => ({ response: response.node, code: statusOnlyCode(response.key) }));
}

function textsBeside(responses: readonly ErrorResponse[]): Survey["textsBeside"] {
  const texts = new Map<string, Set<string>>();
  for (const branch of new Set(responses.flatMap(({ branches }) => branches)))
    for (const [code, { text }] of branch.beside())
      if (text !== undefined) texts.set(code, (texts.get(code) ?? new Set()).add(text));
  return texts;
}

function envelopesFound(responses: readonly ErrorResponse[]): EnvelopeFound[] {
  const byName = new Map<string, EnvelopeFound>();
  for (const { branches } of responses)
    for (const envelope of new Set(branches.flatMap(({ found }) => found?.envelope ?? []))) {
      const { name, code } = envelope;
      byName.set(name, { name, code, answers: (byName.get(name)?.answers ?? 0) + 1 });
    }
  return [...byName.values()].sort((a, b) => b.answers - a.answers || (a.name < b.name ? -1 : 1));
}

/** `not_found`, `not-found` and `https://acme.example/errors/not_found` differ only in form. */
function spellings(codes: readonly string[]): string[][] {
  const alike = new Map<string, string[]>();
  for (const code of codes) {
    const key = spellingOf(code);
    if (!alike.get(key)?.push(code)) alike.set(key, [code]);
  }
  return [...alike.values()].filter((group) => group.length > 1);
}
