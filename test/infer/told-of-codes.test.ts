import assert from "node:assert/strict";
import { test } from "node:test";
import type { ErrorResponse } from "../../generator/model/answers/error-responses.js";
import { toldOf } from "../../generator/model/definitions/told-of-codes.js";
import { rootOf } from "../../generator/read/source.js";

const node = rootOf({ file: "openapi.yaml", path: "openapi.yaml", text: "", value: {} });
const count = 500;
const codes = Array.from({ length: count }, (_, index) => `code_${index}`);

test("each of many alternatives is asked once for what it tells, however many codes there are", () => {
  let asked = 0;
  const branches = codes.map((code): ErrorResponse["branches"][number] => ({
    media: { type: "application/json", node, schema: node },
    schema: node,
    found: undefined,
    seen: () => [],
    beside: () => {
      asked += 1;
      return new Map([[code, { status: "404", text: `Text of ${code}.` }]]);
    },
    runnersUp: [],
  }));
  for (const code of codes) {
    const { statuses, texts } = toldOf(code, branches);
    assert.deepEqual([[...statuses], [...texts]], [["404"], [`Text of ${code}.`]]);
  }
  assert.equal(asked, count);
  assert.deepEqual([...toldOf("another", branches).texts], []);
});
