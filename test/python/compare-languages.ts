import assert from "node:assert/strict";
import type { GeneratedApi } from "../vectors/generated-apis.js";
import type { HostileAnswer } from "./hostile-answers.js";
import { askPython, type PythonOptions } from "./run-python.js";

/** What parse.py says of one answer. */
export type Parsed = Readonly<Record<string, unknown>> & {
  readonly text: string;
  readonly is_error: readonly boolean[];
};

const members = [
  "api",
  "code",
  "listed",
  "status",
  "message",
  "details",
  "fields",
  "requestId",
  "retryAfter",
  "closest",
].concat(["category", "operation", "request", "deviations", "body", "headers"]);

const loggedMembers = members.filter((name) => name !== "body" && name !== "headers");

/**
 * Parses answers in both languages and throws an AssertionError at the first of which they make something else, in any
 * member. The generated Python is in `generated/` below `cwd`; `importApi` gives the TypeScript of an API.
 */
export async function compareLanguages(
  answers: readonly HostileAnswer[],
  importApi: (id: string) => Promise<GeneratedApi>,
  options: PythonOptions = {},
): Promise<void> {
  const parsed = await askPython<Parsed>("parse.py", answers, options);
  for (const [i, answer] of answers.entries()) {
    const found = camelCased(parsed[i]!);
    const { name, api } = answer;
    const logged = camelCased(found.logged as Record<string, unknown>);
    const ours = typescriptOf(answer, await importApi(api));
    assert.deepEqual({ ...pick(found, [...members, "delay"]), logged }, ours, `${name} of ${api}`);
    assert.deepEqual(found.isError, [true, found.listed, found.listed, false], `${name} of ${api}`);
  }
}

/** What TypeScript makes of an answer, with seconds for milliseconds and null for undefined, as JSON has it. */
function typescriptOf(
  { json, text, base64, status, headers, operation }: HostileAnswer,
  { parseError, retryDelay }: GeneratedApi,
): unknown {
  const body = base64 === undefined ? (text ?? json) : Buffer.from(base64, "base64");
  // As Python gets it: through JSON.
  const answer = JSON.parse(JSON.stringify({ status, headers })) as {
    status: number;
    headers?: Record<string, string>;
  };
  const error = parseError({ ...answer, body }, operation === undefined ? {} : { operation });
  const delay = retryDelay(error, { attempt: 2, method: "GET", random: () => 1 });
  const logged = pick(JSON.parse(JSON.stringify(error)) as Parsed, loggedMembers);
  const found = { ...pick(error, members), delay: delay === undefined ? null : delay / 1000, logged };
  return JSON.parse(JSON.stringify(found));
}

export function pick(value: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value[name] ?? null]));
}

export function camelCased(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, member]) => [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), member]),
  );
}
