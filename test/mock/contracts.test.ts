import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Mock, mock } from "../../generator/api/index.js";
import type { ContractData } from "../../generator/view/data/contract-data.js";
import { askPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";

const root = new URL("../../", import.meta.url);
const ids = readdirSync(new URL("spec/", root)).map((file) => file.replace(".yaml", ""));

/** Each error of each operation of an API. */
function declaredIn(id: string) {
  const { errors, operations } = JSON.parse(
    readFileSync(new URL(`generated/${id}/errors.json`, root), "utf8"),
  ) as ContractData;
  return operations.flatMap(({ id: operation, method, path, responses }) => {
    const bare = errors.filter(({ wire, operations: own }) => !wire && own.includes(operation));
    const codes = new Set(responses.flatMap((response) => [...response.codes]).concat(bare.map(({ code }) => code)));
    const place = path.replace(/\{[^{}]*\}/g, "7");
    return [...codes].map((code) => ({
      operation,
      method,
      path: `/${id}${place}`,
      error: errors.find((one) => one.code === code)!,
    }));
  });
}

describe("each error of each operation of the five APIs, asked of one mock over HTTP", () => {
  let server: Mock;
  before(async () => {
    server = await mock(ids.map((id) => fileURLToPath(new URL(`spec/${id}.yaml`, root))));
  });
  after(() => server.close());

  for (const id of ids)
    test(`${id}: is read as itself, listed and without deviations, in TypeScript and in Python`, async () => {
      const api = (await import(new URL(`generated/${id}/index.ts`, root).href)) as Api;
      const all = declaredIn(id);
      assert.ok(all.length > 20);
      const requests = all.map(({ operation, method, path, error }) => ({
        ...{ api: id, url: server.url + path, operation, method },
        headers: { Prefer: `error=${JSON.stringify(error.code)}` },
      }));
      const inPython = await askPython<Readonly<Record<string, unknown>>>("fetch.py", requests);
      for (const [index, { operation, method, path, error }] of all.entries()) {
        const at = `${operation} ${error.code}`;
        const response = await fetch(server.url + path, { method, headers: requests[index]!.headers });
        assert.equal(response.headers.get("preference-applied"), `error=${error.code}`, at);
        const read = await api.errorFrom(response, { operation: operation as never });
        const raised = inPython[index]!;
        assert.equal(read.code, raised.code, at);
        assert.deepEqual([read.deviations, raised.deviations], [[], []], at);
        // What is shown of a status without codes may hold a code that nobody listed.
        assert.equal(read.closest, error.code, at);
        assert.equal(read.listed, raised.listed, at);
        if (error.wire) assert.deepEqual([read.code, read.listed], [error.code, true], at);
        assert.ok(error.statuses.includes(String(read.status)), at);
        if (error.requiredHeaders?.includes("Retry-After"))
          assert.ok(Number(response.headers.get("retry-after")) > 0, at);
      }
    });
});
