import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { everyError } from "../recipes/api.js";
import { askPython } from "./run-python.js";

type Received = Readonly<Record<string, unknown>> | null;

test("every error that a TypeScript server throws is raised in Python as itself, over HTTP", async (t) => {
  const cases = await everyError();
  const thrown = cases.map(({ make }) => make());
  const server = createServer((request, response) => {
    const { status, headers, body } = thrown[Number(request.url?.slice(1))]!;
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const questions = cases.map(({ id }, index) => ({ api: id, url: `${url}/${index}` }));
  const received = await askPython<Received>("fetch.py", questions);
  for (const [index, { id, code }] of cases.entries()) {
    const error = received[index];
    const sent = JSON.parse(JSON.stringify(thrown[index])) as Record<string, unknown>;
    const at = `${id} ${code}`;
    assert.ok(error, at);
    for (const member of ["api", "code", "listed", "status", "message", "details", "fields", "closest", "category"])
      assert.deepEqual(error[member] ?? null, sent[member] ?? null, `${at}: ${member}`);
    assert.equal(error.request_id ?? null, sent.requestId ?? null, at);
    assert.equal(error.retry_after ?? null, sent.retryAfter ?? null, at);
  }
});
