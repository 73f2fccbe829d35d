import assert from "node:assert/strict";
import { test } from "node:test";
import { isError, withRetry } from "../../generated/momail/index.js";
import { codes, momailAnswer, serve } from "./server.js";

const atOnce = () => 0;

test("an idempotent request is sent again after a fault of the server, and each attempt is numbered", async (t) => {
  const { url, seen } = await serve(t, [
    momailAnswer(500, "INTERNAL_ERROR"),
    momailAnswer(503, "SERVICE_UNAVAILABLE"),
    "{}",
  ]);
  const attempts: number[] = [];
  const send = (attempt: number) => {
    attempts.push(attempt);
    return fetch(url);
  };
  const response = await withRetry(send, { method: "GET", random: atOnce });
  assert.equal(response.status, 200);
  assert.deepEqual(attempts, [1, 2, 3]);
  assert.equal(seen(), 3);
});

test("a request that is not idempotent is not repeated, unless it says it may be", async (t) => {
  const { url, seen } = await serve(t, Array(9).fill(momailAnswer(500, "INTERNAL_ERROR")));
  const send = () => fetch(url, { method: "POST" });
  await assert.rejects(withRetry(send, { method: "POST", random: atOnce }), codes("INTERNAL_ERROR"));
  assert.equal(seen(), 1);
  await assert.rejects(withRetry(send, { random: atOnce }), codes("INTERNAL_ERROR"));
  assert.equal(seen(), 2);
  await assert.rejects(withRetry(send, { method: "POST", idempotent: true, random: atOnce }), codes("INTERNAL_ERROR"));
  assert.equal(seen(), 5);
});

test("a request that was refused for its rate may be repeated whatever its method", async (t) => {
  const limited = momailAnswer(429, "RATE_LIMIT_EXCEEDED", { limit: 1, window: "minute", retry_after: 0 });
  const { url, seen } = await serve(t, [limited, "{}"]);
  const response = await withRetry(() => fetch(url, { method: "POST" }), { method: "POST" });
  assert.equal(response.status, 200);
  assert.equal(seen(), 2);
});

test("a server that asks for more than the cap is not asked again, and the caller learns how long", async (t) => {
  const limited = momailAnswer(429, "RATE_LIMIT_EXCEEDED", { limit: 1, window: "day", retry_after: 3600 });
  const { url, seen } = await serve(t, [limited]);
  await assert.rejects(
    withRetry(() => fetch(url), { method: "GET" }),
    (error) => {
      assert.ok(isError(error, "RATE_LIMIT_EXCEEDED"));
      assert.equal(error.retryAfter, 3600);
      return true;
    },
  );
  assert.equal(seen(), 1);
});

test("a plan that is used up is not asked again", async (t) => {
  const { url, seen } = await serve(t, [momailAnswer(403, "MAILBOX_QUOTA")]);
  await assert.rejects(
    withRetry(() => fetch(url), { method: "GET", idempotent: true }),
    codes("MAILBOX_QUOTA"),
  );
  assert.equal(seen(), 1);
});

test("a pause that would pass the deadline is not begun", async (t) => {
  const limited = momailAnswer(429, "RATE_LIMIT_EXCEEDED", { limit: 1, window: "minute", retry_after: 30 });
  const { url, seen } = await serve(t, [limited]);
  await assert.rejects(
    withRetry(() => fetch(url), { deadline: 1000 }),
    codes("RATE_LIMIT_EXCEEDED"),
  );
  assert.equal(seen(), 1);
});

test("an abort ends the pause and is thrown as it is", async (t) => {
  const limited = momailAnswer(429, "RATE_LIMIT_EXCEEDED", { limit: 1, window: "minute", retry_after: 30 });
  const { url, seen } = await serve(t, [limited]);
  const controller = new AbortController();
  const reason = new Error("the user left");
  const sent = withRetry(
    async () => {
      const response = await fetch(url);
      setTimeout(() => controller.abort(reason), 20);
      return response;
    },
    { signal: controller.signal },
  );
  await assert.rejects(sent, reason);
  assert.equal(seen(), 1);
});

test("an operation can be named, so that a code it does not declare comes back unlisted", async (t) => {
  const { url } = await serve(t, [momailAnswer(409, "EMAIL_TAKEN")]);
  await assert.rejects(
    withRetry(() => fetch(url), { operation: "getMailbox" }),
    (error) => {
      assert.ok(isError(error) && !error.listed);
      assert.equal(error.closest, "EMAIL_TAKEN");
      return true;
    },
  );
});
