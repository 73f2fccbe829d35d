import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { cuts } from "../runtime/cuts.js";
import { apiIds, importApi, readVectors } from "../vectors/generated-apis.js";
import { anyAnswer } from "./any-answer.js";
import { camelCased, compareLanguages, type Parsed, pick } from "./compare-languages.js";
import { hostileAnswers } from "./hostile-answers.js";
import { askPython } from "./run-python.js";

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
  test("every hostile answer on the list", () => compareLanguages(hostileAnswers, importApi));

  test("answers that are nearly right, in any way", () =>
    compareLanguages(fc.sample(anyAnswer, { seed: 7, numRuns: 3000 }), importApi));
});

test("a delay counts from the clock where the answer's date is none", async () => {
  const until = new Date(Date.now() + 3_600_000).toUTCString();
  const dates = [{}, { date: "" }, { date: "soon" }, { date: "Mon, 01 Jan 0001 00:00:00 GMT" }];
  const answers = dates.map((date) => ({ api: "momail", status: 429, headers: { "retry-after": until, ...date } }));
  for (const { retry_after } of await askPython<Parsed>("parse.py", answers))
    assert.ok(Math.abs(Number(retry_after) - 3600) < 30, `${retry_after} s for an hour`);
});

test("where a message is cut, its last character, or the escape of one, is there whole or not at all", async () => {
  const answers = cuts.map(([start, rest]) => ({ api: "momail", status: 500, text: start + rest }));
  const messages = (await askPython<Parsed>("parse.py", answers)).map(({ message }) => message);
  assert.deepEqual(
    messages,
    cuts.map(([start, , shown]) => start + shown),
  );
});
