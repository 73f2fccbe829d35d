import assert from "node:assert/strict";
import { test } from "node:test";
import { parsedBy } from "./parsed.js";

const text = { type: "string" };
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const shop = (schemas: Readonly<Record<string, object>>) => ({
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: {
    "/orders": {
      post: {
        responses: Object.fromEntries(
          Object.entries(schemas).map(([status, schema]) => [
            status,
            { description: "It failed", content: { "application/json": { schema } } },
          ]),
        ),
      },
    },
  },
});

test("a text that is the only one of one body does not hide the text of another that holds both", async (t) => {
  const document = shop({ 404: object({ error: text }), 400: object({ error: text, message: text }) });
  const parsed = await parsedBy(t, document, [
    { status: 404, body: { error: "There is none" } },
    { status: 400, body: { error: "Bad Request", message: "The name is missing" } },
  ]);
  assert.deepEqual(
    parsed.map(({ message, deviations }) => [message, deviations]),
    [
      ["There is none", []],
      ["The name is missing", []],
    ],
  );
});

test("what is of no field says that the other members are fields, also beside a code", async (t) => {
  const invalid = object(
    { code: text, non_field_errors: { type: "array", items: text } },
    { additionalProperties: {} },
  );
  const document = shop({ 400: invalid, 403: object({ code: text, detail: text }) });
  const parsed = await parsedBy(t, document, [
    { status: 400, body: { code: "invalid", name: ["is due"], non_field_errors: ["They differ"] } },
    { status: 400, body: { code: "invalid", name: ["is due"] } },
    { status: 403, body: { code: "not_yours", detail: "Ask its owner" } },
  ]);
  assert.deepEqual(
    parsed.map(({ code, message, fields }) => [code, message, fields]),
    [
      [
        "invalid",
        "name: is due",
        [
          { path: ["name"], message: "is due" },
          { path: [], message: "They differ" },
        ],
      ],
      ["invalid", "name: is due", [{ path: ["name"], message: "is due" }]],
      ["not_yours", "Ask its owner", []],
    ],
  );
});

test("alternatives with a tag each have what stands beside it as their details", async (t) => {
  const tagged = (type: string, more: object = {}) =>
    object({ type: { type: "string", enum: [type] }, ...more }, { required: ["type", ...Object.keys(more)] });
  const document = shop({
    400: {
      oneOf: [tagged("TooMany", { limit: { type: "integer" } }), tagged("Unknown", { sku: text }), tagged("Closed")],
    },
  });
  const parsed = await parsedBy(t, document, [
    { status: 400, body: { type: "TooMany", limit: 5 } },
    { status: 400, body: { type: "Unknown", sku: "a" } },
    { status: 400, body: { type: "Closed" } },
    { status: 400, body: { type: "TooMany", limit: "5" } },
  ]);
  assert.deepEqual(
    parsed.map(({ code, details, deviations }) => [code, details, deviations.length]),
    [
      ["TooMany", { limit: 5 }, 0],
      ["Unknown", { sku: "a" }, 0],
      ["Closed", undefined, 0],
      ["TooMany", undefined, 1],
    ],
  );
});
