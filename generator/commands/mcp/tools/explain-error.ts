import type { Contract } from "../../../model/contract.js";
import { allCodes } from "../../../model/derived/all-codes.js";
import { hasErrors } from "../../../problem/problem.js";
import type { RequestGiven } from "../../../runtime/error.js";
import type { Explained, ExplainedError } from "../../explain/explained.js";
import { explainText } from "../../explain/of-text.js";
import { textOf } from "../../explain/outcome.js";
import { type OwnWord, ownWord } from "../../explain/own-words.js";
import { boundedText, fitting, told } from "../bounded.js";
import { operationInWords, operationsMeant } from "../operations.js";
import { errorInFull, errorInShort } from "../told-error.js";
import { type Answered, anotherDocument, toolOf } from "../tool.js";
import { apisNamed } from "../workspace.js";

export const explainError = toolOf(
  "explain_error",
  {
    title: "What a code means, or what an answer or a log is",
    description:
      "What an error of an API means, what causes it, what to do about it, whether and how to retry, and which details its answer holds, from the API's contract. Give a code, or paste what you have: a JSON body, an answer as `curl -i` prints it, a log line or a stack trace with one in it. Call it when a request fails or a log shows an error.",
    parameters: {
      error: { type: "string", description: "A code, a status, or the pasted text that holds the answer." },
      status: {
        type: "integer",
        minimum: 100,
        maximum: 599,
        description: "The HTTP status, where a body alone is pasted.",
      },
      operation: {
        type: "string",
        description:
          "What was called, to hold the answer against it: its id, or method and path or URL (POST /v1/orders).",
      },
      api: { type: "string", description: "The id of an API, where several have the code." },
      document: anotherDocument,
    },
    required: ["error"],
    output: {
      found: { type: "boolean", description: "Whether the contract knows which error it is." },
      errors: { type: "array", items: { type: "object" } },
      maybe: { type: "array", items: { type: "object" }, description: "Errors that may be meant." },
      answer: { type: ["object", "null"], description: "How the API's parser reads what was pasted." },
      notes: { type: "array", items: { type: "string" } },
    },
  },
  async ({ error: text = "", status, operation, api, document }, workspace) => {
    const now = await workspace.read(document);
    const named = apisNamed(api, now);
    const called = operation === undefined ? [] : operationsMeant(operation, named);
    const [first] = called;
    const apis = called.length === 0 ? named : called;
    const contracts = [...new Set(apis.map(({ contract }) => contract))];
    const isPasted = status !== undefined || /[\n{]/.test(text.trim());
    const request: RequestGiven | undefined = first && {
      method: first.operation.method,
      url: `${first.contract.server ?? ""}${first.operation.path}`,
    };
    const own = ownWord(text);
    if (own && !contracts.some((contract) => allCodes(contract).some(({ code }) => code === text)))
      return ofOwnWord(own);
    const asked = { screen: { width: 100, colour: false }, options: "" };
    const { outcome, also = [] } = explainText({ text, isPasted, status, request }, contracts, asked);
    const { explained } = outcome;
    const { errors, maybe, left } = errorsOf(explained, contracts);
    const notes = [
      ...("message" in outcome ? [sentenceOf(outcome.message)] : []),
      ...called.flatMap(({ contract, operation: own }) =>
        errors.length === 1 && explained.errors[0]?.api === contract.id
          ? [
              `${operationInWords(own)} ${explained.errors[0].operations.includes(own.id) ? "declares it" : "does not declare it"}`,
            ]
          : [],
      ),
      ...(also.length > 0
        ? [
            `the text holds other answers, too: ${also
              .slice(0, 10)
              .map((code) => told(code, 100))
              .join(", ")}`,
          ]
        : []),
      ...(left > 0 ? [`${left} more: list_errors lists all of them`] : []),
      ...(hasErrors(now.problems) ? ["a document has errors, so codes may be missing: call check_document"] : []),
    ];
    const data = {
      found: explained.errors.length > 0,
      errors,
      maybe,
      answer: explained.answer === undefined ? null : answerOf(explained.answer),
      notes,
    };
    const page = "message" in outcome ? "" : textOf(outcome);
    const list = maybe.map(
      (each) => `- ${each.code} (${each.api}, ${(each.statuses as string[]).join(", ")}): ${each.title}\n`,
    );
    const more = [...notes.map((note) => `${note}\n`), ...(page === "" ? list : [])].join("");
    return {
      text: boundedText([page, more].filter((part) => part !== "").join("\n"), "list_errors has less of each"),
      data,
    };
  },
);

/** A word of check_document and of diff_errors. */
function ofOwnWord(own: OwnWord): Answered {
  const what =
    "rule" in own
      ? `${own.rule}, a change that diff_errors finds (${own.level})`
      : `${own.problem}, a problem that check_document finds`;
  const text = `${what}: ${own.meaning}`;
  return { text, data: { found: true, errors: [], maybe: [], answer: null, notes: [text] } };
}

/** One in full; several in short, as each can be asked for. */
function errorsOf({ errors, meant }: Explained, contracts: readonly Contract[]) {
  const entries = (own: readonly ExplainedError[]) =>
    own.flatMap(({ api, code }) =>
      contracts
        .filter(({ id }) => id === api)
        .flatMap((contract) =>
          allCodes(contract)
            .filter((error) => error.code === code)
            .map((error) => ({ contract, error })),
        ),
    );
  const found = entries(errors);
  const tellAll = found.length === 1 ? errorInFull : errorInShort;
  const { shown, next } = fitting(
    found.map(({ contract, error }) => tellAll(contract, error)),
    { most: 10_000 },
  );
  const maybe = fitting(
    entries(meant).map(({ contract, error }) => errorInShort(contract, error)),
    { most: 3000 },
  ).shown;
  return { errors: shown, maybe, left: next === undefined ? 0 : found.length - next };
}

/** What the parser says of an answer, without what its errors say already. */
function answerOf(answer: NonNullable<Explained["answer"]>): Readonly<Record<string, unknown>> {
  const { api, code, listed, status, message, requestId, retryAfter, closest, fields, deviations, operation, details } =
    answer;
  return {
    api,
    code: told(code, 300),
    listed,
    status: status === 0 ? null : status,
    message: told(message, 500),
    ...(details === undefined ? {} : { details: inBounds(details) }),
    ...(requestId === undefined ? {} : { requestId: told(requestId, 200) }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(closest === undefined || closest === code ? {} : { treatAs: told(closest, 300) }),
    ...(operation === undefined ? {} : { operation: told(operation, 300) }),
    fields: fitting(
      fields.map(({ path, message }) => ({ path: told(path.join("."), 300), message: told(message, 300) })),
      { most: 4000 },
    ).shown,
    deviations: fitting(
      deviations.map(({ pointer, expected, found }) => ({
        pointer: told(pointer, 300),
        expected: told(expected, 300),
        found: told(found, 300),
      })),
      { most: 3000 },
    ).shown,
  };
}

/** Details as they came, where they are short; else their beginning as text. */
function inBounds(details: unknown): unknown {
  const text = JSON.stringify(details) ?? "null";
  return text.length <= 1500 ? details : told(text, 1500);
}

/** The first line of what a person is told, in the words of a tool. */
function sentenceOf(message: string): string {
  const [line = ""] = message.replace(/^openapi-errors: /, "").split("\n");
  return told(line.replace(/--(api|status)\b/g, "`$1`"), 500);
}
