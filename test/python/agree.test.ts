import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { apiIds, importApi, readVectors } from "../vectors/generated-apis.js";
import { anyAnswer } from "./any-answer.js";
import { type HostileAnswer, hostileAnswers } from "./hostile-answers.js";
import { askPython } from "./run-python.js";

type Parsed = Readonly<Record<string, unknown>> & { readonly text: string; readonly is_error: readonly boolean[] };

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

describe("Python reads every vector as it says, with the body as", () => {
  const vectors = apiIds.flatMap((api) => readVectors(api).map((vector) => ({ api, vector })));
  const forms: Readonly<Record<string, (body: unknown) => object>> = {
    "parsed JSON": (json) => ({ json }),
    text: (body) => (body === null ? {} : { text: JSON.stringify(body) }),
    bytes: (body) => (body === null ? {} : { base64: Buffer.from(JSON.stringify(body)).toString("base64") }),
  };
  for (const [form, given] of Object.entries(forms))
    test(form, async () => {
      const answers = vectors.map(({ api, vector }) => {
        const { status, headers, body } = vector;
        return { api, status, headers, ...given(body) };
      });
      const parsed = await askPython<Parsed>("parse.py", answers);
      for (const [i, { api, vector }] of vectors.entries()) {
        const { expect, name } = vector;
        const found = parsed[i]!;
        assert.deepEqual(pick(camelCased(found), Object.keys(expect)), expect, `${api}: ${name}`);
        assert.deepEqual(found.deviations, [], `${api}: ${name}`);
        assert.equal(found.text, `[${expect.status} ${expect.code}] ${expect.message}`);
      }
    });
});

describe("Python and TypeScript make the same, member by member, of", () => {
  test("every hostile answer on the list", () => compare(hostileAnswers));

  test("answers that are nearly right, in any way", () => compare(fc.sample(anyAnswer, { seed: 7, numRuns: 3000 })));
});

test("a delay counts from the clock where the answer's date is none", async () => {
  const until = new Date(Date.now() + 3_600_000).toUTCString();
  const dates = [{}, { date: "" }, { date: "soon" }, { date: "Mon, 01 Jan 0001 00:00:00 GMT" }];
  const answers = dates.map((date) => ({ api: "momail", status: 429, headers: { "retry-after": until, ...date } }));
  for (const { retry_after } of await askPython<Parsed>("parse.py", answers))
    assert.ok(Math.abs(Number(retry_after) - 3600) < 30, `${retry_after} s for an hour`);
});

test("what is cut out of a message is never half a character", async () => {
  const texts = ["a\u0000", "\u0000", "aa\u0000", ""].map((start) => start + "😀".repeat(300));
  const answers = texts.map((text) => ({ api: "momail", status: 500, text }));
  for (const { message } of await askPython<Parsed>("parse.py", answers)) {
    assert.ok(String(message).length > 490 && String(message).length <= 500);
    assert.doesNotMatch(String(message), /\p{Cs}/u);
  }
});

async function compare(answers: readonly HostileAnswer[]): Promise<void> {
  const parsed = await askPython<Parsed>("parse.py", answers);
  for (const [i, answer] of answers.entries()) {
    const found = camelCased(parsed[i]!);
    const { name, api } = answer;
    const logged = camelCased(found.logged as Record<string, unknown>);
    const ours = await typescriptOf(answer);
    assert.deepEqual({ ...pick(found, [...members, "delay"]), logged }, ours, `${name} of ${api}`);
    assert.deepEqual(found.isError, [true, found.listed, found.listed, false], `${name} of ${api}`);
  }
}

/** What TypeScript makes of an answer, with seconds for milliseconds and null for undefined, as JSON has it. */
async function typescriptOf({ api, json, text, base64, status, headers, operation }: HostileAnswer): Promise<unknown> {
  const { parseError, retryDelay } = await importApi(api);
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

function pick(value: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, value[name] ?? null]));
}

function camelCased(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, member]) => [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), member]),
  );
}
