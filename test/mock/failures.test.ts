import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { errorFrom, withRetry } from "../../generated/tenantcore/index.js";
import { mock } from "../../generator/api/index.js";
import { ask, mockHarbour } from "./harbour.js";

const tenantcore = fileURLToPath(new URL("../../spec/tenantcore.yaml", import.meta.url));

/** What a client of tenantcore reads where an answer fails. */
async function failing(t: Parameters<typeof mockHarbour>[0]) {
  const server = await mock(tenantcore);
  t.after(() => server.close());
  const send = (prefer: string, signal?: AbortSignal) =>
    fetch(`${server.url}/v1/tenants`, { method: "POST", headers: { Prefer: prefer }, ...(signal ? { signal } : {}) });
  const read = async (prefer: string) => errorFrom(await send(prefer), { operation: "createTenant" });
  return { server, send, read };
}

test("answers that no document declares are what the parser takes them for", async (t) => {
  const { read, send } = await failing(t);
  const gateway = await read("failure=gateway");
  assert.deepEqual([gateway.code, gateway.status, gateway.message], ["http_502", 502, "HTTP 502"]);

  const empty = await read("failure=empty, error=tenant_limit_reached");
  assert.deepEqual([empty.code, empty.status, empty.body], ["http_402", 402, undefined]);

  const cut = await send("failure=truncated, error=tenant_limit_reached");
  assert.equal(Number(cut.headers.get("content-length")), Buffer.byteLength(await cut.clone().text()));
  const truncated = await errorFrom(cut);
  assert.deepEqual([truncated.code, truncated.deviations.length], ["http_402", 1]);
  await assert.rejects((await send("failure=truncated")).json(), SyntaxError);

  const unlisted = await read("failure=unlisted, error=tenant_limit_reached");
  assert.deepEqual([unlisted.code, unlisted.listed, unlisted.status], ["not_listed", false, 402]);
  assert.equal((await read("failure=unlisted, code=402")).listed, false);

  const deviating = await read("failure=deviating, error=tenant_limit_reached");
  assert.deepEqual([deviating.code, deviating.details], ["tenant_limit_reached", undefined]);
  assert.ok(deviating.deviations.length > 0);
  // It has no details that could be of another type.
  const elsewhere = await read("failure=deviating, error=no_api_plan");
  assert.deepEqual([elsewhere.code, elsewhere.deviations.length], ["no_api_plan", 1]);
});

test("connections break before an answer and in the middle of one, and an answer may never come", async (t) => {
  const { server, send, read } = await failing(t);
  await assert.rejects(send("failure=reset"), (error: Error) =>
    /ECONNRESET|other side closed/.test(String(error.cause)),
  );
  await assert.rejects((await send("failure=aborted")).text(), TypeError);
  const aborted = await read("failure=aborted, error=tenant_limit_reached");
  assert.deepEqual([aborted.code, aborted.status], ["http_402", 402]);

  const impatient = new AbortController();
  const never = send("failure=timeout", impatient.signal);
  // Whoever asks meanwhile is answered.
  assert.equal((await send("code=402")).status, 402);
  impatient.abort();
  await assert.rejects(never, { name: "AbortError" });

  // Nor does whoever waits keep the mock from closing.
  const waits = assert.rejects(send("failure=timeout"));
  const delayed = assert.rejects(send("delay=600"));
  await ask(`${server.url}/v1/tenants`);
  await server.close();
  await Promise.all([waits, delayed]);
});

test("a client with retries gets through what lasts for two requests, and tells of what lasts", async (t) => {
  const { send } = await failing(t);
  let sent = 0;
  const create = (prefer: string) =>
    withRetry(
      () => {
        sent += 1;
        return send(prefer);
      },
      { method: "PUT", random: () => 0, budget: false },
    );
  assert.equal((await create("failure=gateway, times=2")).status, 200);
  assert.equal(sent, 3);
  sent = 0;
  await assert.rejects(create("failure=gateway"), { code: "http_502" });
  assert.equal(sent, 3);
  sent = 0;
  // A delay above the cap is told, not slept.
  await assert.rejects(create("failure=gateway, retry-after=600"), { retryAfter: 600 });
  assert.equal(sent, 1);
});

test("bodies are taken however long they are, and thousands of open connections end with it", async (t) => {
  const server = await mockHarbour(t);
  const { port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    "POST /ships HTTP/1.1\r\nHost: localhost\r\nPrefer: error=name_taken\r\nConnection: close\r\nContent-Length: 50000000\r\n\r\n",
  );
  const answered = text(socket);
  const part = Buffer.alloc(1_000_000, "x");
  for (let sent = 0; sent < 50; sent += 1) if (!socket.write(part)) await once(socket, "drain");
  assert.match(await answered, /^HTTP\/1\.1 409 .*name_taken/s);

  const idle = await Promise.all(
    Array.from({ length: 1000 }, async () => {
      const open = connect(Number(port), "127.0.0.1");
      open.on("error", () => {});
      await once(open, "connect");
      return open;
    }),
  );
  const ended = Promise.all(idle.map((open) => new Promise((closed) => open.once("close", closed))));
  await server.close();
  await ended;
  await assert.rejects(fetch(server.url));
});
