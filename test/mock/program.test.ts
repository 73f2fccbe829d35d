import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { mock } from "../../generator/api/index.js";
import { ask, codeIn, harbour } from "./harbour.js";

const document = { path: "harbour.yaml", text: harbour };

test("a program starts a mock, asks it, and ends it, as `await using` does", async () => {
  let left: string;
  {
    await using server = await mock(document);
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(codeIn(await ask(`${server.url}/ships?__error=slow_down`)), "slow_down");
    assert.deepEqual(
      server.problems.map(({ code }) => code),
      ["error-without-example"],
    );
    left = server.url;
  }
  await assert.rejects(ask(left));
});

test("a second close is none", async () => {
  const server = await mock(document);
  await server.close();
  await server.close();
});

test("where there can't be one, it rejects with what is wrong and what to do", async (t) => {
  await assert.rejects(mock("nowhere.yaml"), (error: Error & { problems: readonly unknown[] }) => {
    assert.match(error.message, /^nowhere\.yaml:1:1: error: .*; /);
    return error.problems.length === 1;
  });
  await assert.rejects(mock({ path: "a.yaml", text: "openapi: [" }), /a\.yaml:\d+:\d+: error: /);
  await assert.rejects(mock([]), /no document is named/);
  await assert.rejects(mock(document, { forward: "api.example.com" }), /write the whole of it/);
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  t.after(() => other.close());
  await assert.rejects(mock(document, { port: (other.address() as { port: number }).port }), /is taken/);
});
