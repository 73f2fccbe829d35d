import assert from "node:assert/strict";
import { test } from "node:test";
import { parsedBy, shopWith } from "./parsed.js";

const failure = (required: readonly string[], code: object) => ({
  type: "object",
  required: ["error"],
  properties: {
    error: { type: "object", required, properties: { code, message: { type: "string" } } },
  },
});
const text = { type: "string" };
const answers = [
  { status: 400, body: { error: { message: "No." } } },
  { status: 400, body: { error: { code: null, message: "No." } } },
  { status: 400, body: { error: { code: ["x"], message: "No." } } },
];

const withoutCode: Readonly<Record<string, object>> = {
  "that its schema does not require": failure(["message"], text),
  "that its schema allows to be null": failure(["code", "message"], { anyOf: [text, { type: "null" }] }),
};

for (const [name, schema] of Object.entries(withoutCode))
  test(`a body without a code ${name} is fine, and one of another type is not`, async (t) => {
    const parsed = await parsedBy(t, shopWith({ 400: schema }), answers);
    assert.deepEqual(
      parsed.map(({ code, deviations }) => [code, deviations.length]),
      [
        ["http_400", 0],
        ["http_400", 0],
        ["http_400", 1],
      ],
    );
  });

test("a body without a code that its schema requires departs from the contract", async (t) => {
  const parsed = await parsedBy(t, shopWith({ 400: failure(["code", "message"], text) }), answers);
  assert.deepEqual(
    parsed.map(({ deviations }) => deviations),
    [
      [{ pointer: "/error/code", expected: "string", found: "nothing" }],
      [{ pointer: "/error/code", expected: "string", found: "null" }],
      [{ pointer: "/error/code", expected: "string", found: "an array" }],
    ],
  );
});
