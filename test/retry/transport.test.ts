import assert from "node:assert/strict";
import { test } from "node:test";
import { withRetry } from "../../generated/momail/index.js";
import { refusedUrl, serve } from "./server.js";

const random = () => 0;

test("a connection that is refused is tried again where the request is idempotent, then thrown as it is", async () => {
  const url = await refusedUrl();
  let sent = 0;
  const send = () => {
    sent += 1;
    return fetch(url);
  };
  const refused = { name: "TypeError", message: "fetch failed" };
  await assert.rejects(withRetry(send, { method: "GET", random }), refused);
  assert.equal(sent, 3);
  await assert.rejects(withRetry(send, { method: "POST", random }), refused);
  assert.equal(sent, 4);
});

test("a connection that is reset is tried again", async (t) => {
  const { url, seen } = await serve(t, ["reset", "{}"]);
  const response = await withRetry(() => fetch(url), { method: "GET", random });
  assert.equal(response.status, 200);
  assert.equal(seen(), 2);
});

test("an answer that does not come in time is tried again", async (t) => {
  const { url, seen } = await serve(t, ["never", "{}"]);
  const response = await withRetry(() => fetch(url, { signal: AbortSignal.timeout(100) }), { method: "GET", random });
  assert.equal(response.status, 200);
  assert.equal(seen(), 2);
});

test("an abort of the request is not tried again", async (t) => {
  const { url } = await serve(t, ["never"]);
  let sent = 0;
  const send = () => {
    sent += 1;
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    return fetch(url, { signal: controller.signal });
  };
  await assert.rejects(withRetry(send, { method: "GET", random }), { name: "AbortError" });
  assert.equal(sent, 1);
});

test("a mistake in the caller's own code is not tried again", async () => {
  let sent = 0;
  const send = (): Promise<Response> => {
    sent += 1;
    return Promise.reject(new TypeError("x is not a function"));
  };
  await assert.rejects(withRetry(send, { method: "GET", random }), /x is not a function/);
  assert.equal(sent, 1);
});

test("a signal that is aborted already sends nothing", async () => {
  let sent = 0;
  const send = () => {
    sent += 1;
    return Promise.resolve(new Response());
  };
  await assert.rejects(withRetry(send, { signal: AbortSignal.abort(new Error("gone")) }), /gone/);
  assert.equal(sent, 0);
});
