import assert from "node:assert/strict";
import { test } from "node:test";
import { detailRows } from "../../generator/view/detail-rows.js";

test("details in alternatives show the members of each, and always only those that all have", () => {
  const card = {
    type: "object",
    required: ["param", "decline"],
    properties: { param: { type: "string" }, decline: { type: "string" } },
  };
  const plain = { type: "object", required: ["param"], properties: { param: {}, hint: { type: "string" } } };
  const nested = { type: "object", properties: { source: { oneOf: [{ type: "null" }, card] } } };
  const rows = (schema: object) =>
    detailRows({ schema: { ...schema }, optional: false, types: [] }).map(({ name, always }) => [name, always]);
  assert.deepEqual(rows({ anyOf: [card, plain] }), [
    ["param", true],
    ["decline", false],
    ["hint", false],
  ]);
  assert.deepEqual(rows(nested), [
    ["source", false],
    ["source.param", true],
    ["source.decline", true],
  ]);
});
