import assert from "node:assert/strict";
import { test } from "node:test";
import { parsedBy, shopWith } from "./parsed.js";

const failure = (description?: string) => ({
  type: "object",
  required: ["code", "message"],
  properties: {
    code: { type: "string", enum: ["too_fast", "no_such_thing", "broken"], ...(description ? { description } : {}) },
    message: { type: "string" },
  },
});
const answer = (status: number, code: string) => ({ status, body: { code, message: "No." } });
const said = failure("- `too_fast`: 429: slow down\n- `no_such_thing`: 404: not there\n- `broken`: 500: try again");

test("one list under several statuses: category and retry of a code are those of the status that the text says", async (t) => {
  const answers = [answer(429, "too_fast"), answer(404, "no_such_thing"), answer(500, "broken")];
  for (const schemas of [{ 404: said, 422: said, default: said }, { default: said }]) {
    const parsed = await parsedBy(t, shopWith(schemas), [...answers, answer(400, "too_fast")]);
    assert.deepEqual(
      parsed.map(({ category, delay }) => [category, delay]),
      [
        ["rate_limit", 1000],
        ["not_found", undefined],
        ["internal", 1000],
        ["rate_limit", 1000],
      ],
    );
  }
});

test("where no text says it, those of the status that it comes with", async (t) => {
  const schemas = { 404: failure(), 429: failure(), 503: failure() };
  const answers = [answer(429, "too_fast"), answer(404, "no_such_thing"), answer(503, "broken"), answer(404, "broken")];
  const parsed = await parsedBy(t, shopWith(schemas), answers);
  assert.deepEqual(
    parsed.map(({ category, delay }) => [category, delay]),
    [
      ["rate_limit", 1000],
      ["not_found", undefined],
      ["unavailable", 1000],
      ["not_found", undefined],
    ],
  );
});
