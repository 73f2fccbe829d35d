import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { ask, codeIn, mockHarbour } from "./harbour.js";

/** The API itself: what came to it, and an answer that shows how faithfully it comes back. */
async function upstream(t: TestContext) {
  const came: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    came.push({ request, body: await text(request) });
    if (request.url?.startsWith("/base/break")) {
      response.writeHead(200, { "Content-Length": "100" }).write("half", () => response.destroy());
      return;
    }
    response.writeHead(207, "Many", [
      ...["Content-Encoding", "gzip", "Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-Own", "yes"],
      ...["Connection", "keep-alive, X-Hop", "X-Hop", "1", "Content-Type", "text/x"],
    ]);
    response.end(gzipSync("from the API"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { came, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/` };
}

test("what asks for nothing goes on as it came, and comes back as it was answered", async (t) => {
  const { came, url } = await upstream(t);
  const server = await mockHarbour(t, { forward: url });
  const answer = await fetch(`${server.url}/harbour/ships?page=1&__delay=0`, {
    method: "POST",
    headers: { Prefer: "return=minimal, delay=0.01", Authorization: "Bearer key", TE: "gzip", "X-Sent": "1" },
    body: "sent",
  });
  assert.deepEqual([answer.status, answer.statusText, await answer.text()], [207, "Many", "from the API"]);
  assert.deepEqual(answer.headers.getSetCookie(), ["a=1", "b=2"]);
  assert.deepEqual([answer.headers.get("x-own"), answer.headers.get("x-hop")], ["yes", null]);
  const [{ request, body } = assert.fail()] = came;
  assert.deepEqual([request.method, request.url, body], ["POST", "/base/ships?page=1", "sent"]);
  const { prefer, authorization, te, host } = request.headers;
  assert.deepEqual([prefer, authorization, te, host], ["return=minimal", "Bearer key", undefined, new URL(url).host]);
  assert.equal(request.headers["x-sent"], "1");
  // Whatever the document knows nothing of is there as well.
  assert.equal((await ask(`${server.url}/elsewhere`, { headers: { Origin: "http://localhost:1" } })).status, 207);
  assert.equal((await ask(`${server.url}/ships`, { method: "HEAD" })).status, 207);
});

test("what is asked for does not get there, but for what `times` leaves", async (t) => {
  const { came, url } = await upstream(t);
  const server = await mockHarbour(t, { forward: url });
  const send = (prefer: string) => ask(`${server.url}/ships`, { headers: { Prefer: prefer } });
  assert.equal(codeIn(await send("error=slow_down")), "slow_down");
  assert.equal((await send("error=nothing")).status, 400);
  assert.equal((await send("failure=gateway, times=1")).status, 502);
  assert.equal(came.length, 0);
  assert.equal((await send("failure=gateway, times=1")).status, 207);
  assert.equal(came.at(-1)?.request.headers.prefer, undefined);
  const forAll = await ask(`${server.url}/__error=name_taken/ships?x=1`);
  assert.deepEqual([forAll.status, came.at(-1)?.request.url], [207, "/base/ships?x=1"]);
});

test("an API that breaks off, that is not there or that is the mock itself is told as what it is", async (t) => {
  const { url } = await upstream(t);
  const server = await mockHarbour(t, { forward: url });
  await assert.rejects(ask(`${server.url}/break`), /aborted/);
  const gone = await mockHarbour(t, { forward: "http://127.0.0.1:9" });
  const failed = await ask(`${gone.url}/ships`);
  assert.deepEqual([failed.status, failed.headers["openapi-errors-mock"]], [502, "forward-failed"]);
  assert.match(failed.body, /http:\/\/127\.0\.0\.1:9\/ can't be reached: /);
  const via = await ask(`${gone.url}/ships`, { headers: { Via: "1.1 openapi-errors-mock" } });
  assert.match(via.body, /handed on to the mock itself/);
});
