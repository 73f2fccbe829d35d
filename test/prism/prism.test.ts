import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { askPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { startPrism } from "./mock.js";
import { exampleRequests } from "./requests.js";

const root = new URL("../../", import.meta.url);
const ids = readdirSync(new URL("spec/", root)).map((file) => file.replace(".yaml", ""));

type Received = Readonly<Record<string, unknown>>;

interface Vector {
  readonly status: number;
  readonly body: unknown;
  readonly expect: { code: string; listed: boolean; closest: string; retryAfter: number | null };
}

for (const id of ids) {
  test(`every example that Prism serves from ${id} is read back as its own error, in TypeScript and in Python`, async () => {
    const document = fileURLToPath(new URL(`spec/${id}.yaml`, root));
    const api = (await import(new URL(`generated/${id}/index.ts`, root).href)) as Api;
    const vectors = JSON.parse(readFileSync(new URL(`generated/${id}/vectors.json`, root), "utf8")) as Vector[];
    const requests = exampleRequests(document);
    assert.ok(requests.length > 20);
    const prism = await startPrism(document);
    try {
      const inPython = await askPython<Received>(
        "fetch.py",
        requests.map(({ operation, path, init }) => ({ api: id, url: prism.url + path, operation, ...init })),
      );
      for (const [index, { operation, status, example, body, path, init }] of requests.entries()) {
        const at = `${operation} ${status} ${example}`;
        const error = await api.errorFrom(await fetch(prism.url + path, init), { operation: operation as never });
        const { expect } = vectors.find((vector) => vector.status === status && isDeepStrictEqual(vector.body, body))!;
        assert.equal(error.status, status, `${at}: ${error.message}`);
        assert.deepEqual(error.body, body, at);
        assert.equal(error.code, expect.code, at);
        assert.equal(error.listed, expect.listed, at);
        assert.equal(error.closest, expect.closest, at);
        assert.equal(error.retryAfter ?? null, expect.retryAfter, at);
        assert.deepEqual(error.deviations, [], at);

        const raised = inPython[index]!;
        assert.deepEqual([raised.code, raised.listed, raised.status], [expect.code, expect.listed, status], at);
        assert.equal(raised.closest, expect.closest, at);
        assert.equal(raised.retry_after ?? null, expect.retryAfter, at);
        assert.deepEqual(raised.deviations, [], at);
      }
    } finally {
      prism.stop();
    }
  });
}
