import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { serve } from "../support/serve.js";
import { apiIds, importApi, listedCodes, type ParsedError, readVectors, type Vector } from "./generated-apis.js";

/** A body in each form in which a client may have it. */
const forms: Readonly<Record<string, (body: unknown) => unknown>> = {
  "parsed JSON": (body) => body,
  text: textOf,
  bytes: (body) => new TextEncoder().encode(textOf(body)),
  "the bytes of a buffer": (body) => new TextEncoder().encode(textOf(body)).buffer,
};

test("every generated API has vectors, at least one for each of its errors", () => {
  assert.ok(apiIds.length >= 5, `only ${apiIds.join(", ")}`);
  for (const id of apiIds) {
    const covered = new Set(readVectors(id).flatMap(({ expect }) => [expect.code, expect.closest]));
    const uncovered = listedCodes(id).filter((code) => !covered.has(code));
    assert.deepEqual(uncovered, [], `${id} has no vector for some codes`);
  }
});

for (const id of apiIds) {
  const vectors = readVectors(id);
  describe(id, () => {
    for (const [form, given] of Object.entries(forms))
      test(`reads every vector with the body as ${form}`, async () => {
        const { parseError, classify, isError } = await importApi(id);
        for (const vector of vectors) {
          const answer = { ...vector, body: given(vector.body) };
          const error = parseError(answer);
          assertReads(vector, error);
          assertReads(vector, classify(answer));
          assert.ok(error instanceof Error && isError(error), vector.name);
          assert.equal(isError(error, error.code), error.listed, vector.name);
          assert.equal(JSON.parse(JSON.stringify(error)).code, error.code);
        }
      });

    test("reads every vector from the response of fetch", async (t) => {
      const { errorFrom, isError } = await importApi(id);
      const url = await serve(t, ({ url = "/" }, response) => {
        const { status, headers, body } = vectors[Number(url.slice(1))]!;
        response.writeHead(status, headers).end(textOf(body));
      });
      for (const [index, vector] of vectors.entries()) {
        const error = await errorFrom(await fetch(`${url}${index}`));
        assertReads(vector, error);
        assert.ok(error instanceof Error && isError(error), vector.name);
      }
    });
  });
}

function assertReads({ name, expect }: Vector, error: ParsedError): void {
  const actual = Object.fromEntries(Object.keys(expect).map((key) => [key, error[key] ?? null]));
  assert.deepEqual(actual, expect, name);
  assert.deepEqual(error.deviations, [], name);
}

function textOf(body: unknown): string {
  return body === null ? "" : JSON.stringify(body);
}
