import assert from "node:assert/strict";
import { test } from "node:test";
import { detailRows } from "../../generator/view/detail-rows.js";

test("details that are a list show the list and what its items have, whether or not their types are said", () => {
  const source = { properties: { pointer: { type: "string" } } };
  const item = { required: ["code"], properties: { code: { type: "integer" }, source, said: {} } };
  const schema = { type: "array", items: item };
  assert.deepEqual(
    detailRows({ schema, optional: true, types: [] }).map(({ name, type, always }) => [name, type, always]),
    [
      ["details", "array of object", false],
      ["details[].code", "integer", true],
      ["details[].source", "object", false],
      ["details[].source.pointer", "string", false],
    ],
  );
});
