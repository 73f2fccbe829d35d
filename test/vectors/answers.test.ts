import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { apiIds, importApi } from "./generated-apis.js";
import type { RecordedAnswer } from "./recorded-answer.js";

const folder = new URL("./answers/", import.meta.url);

for (const id of apiIds) {
  const { answers } = (await import(new URL(`${id}.ts`, folder).href)) as { answers: readonly RecordedAnswer[] };
  describe(`${id} understands`, () => {
    for (const { name, answer, operation, expect, deviations, retry } of answers)
      test(name, async () => {
        const { parseError, isError, retryDelay } = await importApi(id);
        const error = parseError(answer, operation === undefined ? {} : { operation });
        const actual = Object.fromEntries(Object.keys(expect).map((key) => [key, error[key] ?? null]));
        assert.deepEqual(actual, expect);
        assert.equal(error.status, answer.status);
        assert.deepEqual(
          error.deviations.map(({ pointer }) => pointer),
          deviations,
        );
        assert.equal(retryDelay(error, { attempt: 1, method: "GET", random: () => 1 }) ?? null, retry);
        assert.ok(error instanceof Error && isError(error));
        assert.equal(JSON.parse(JSON.stringify(error)).message, error.message);
      });
  });
}

test("answers are recorded for every API, and for no other", () => {
  assert.deepEqual(readdirSync(folder).sort(), apiIds.map((id) => `${id}.ts`).sort());
});
