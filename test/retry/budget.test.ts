import assert from "node:assert/strict";
import { test } from "node:test";
import { retryBudget, retryDelay, withRetry } from "../../generated/momail/index.js";
import { server } from "./failing-server.js";

const random = () => 0.5;

test("without a budget, each request has its attempts", async () => {
  const { send, seen } = server(() => true);
  for (let i = 0; i < 40; i += 1)
    await assert.rejects(withRetry(send, { method: "GET", random: () => 0, budget: false }), { code: "http_503" });
  assert.equal(seen(), 120);
  assert.equal((await withRetry(server(() => false).send, { budget: false })).status, 200);
});

test("an error for which nothing is left is thrown as it is, and no pause is told of", async () => {
  const { send, seen } = server(() => true);
  const onRetry = () => assert.fail("there is no retry");
  const sent = withRetry(send, { method: "GET", budget: retryBudget({ tokens: 0.9 }), onRetry });
  await assert.rejects(sent, { code: "http_503", message: "HTTP 503" });
  assert.equal(seen(), 1);
});

test("what is not sent again takes nothing out", async () => {
  const budget = retryBudget({ tokens: 5 });
  const { send } = server(() => true);
  for (const options of [{ method: "POST" }, { method: "GET", deadline: 1, random: () => 1 }])
    await assert.rejects(withRetry(send, { ...options, budget }));
  assert.equal(budget.left(), 5);
});

test("a good answer gives a tenth back, and never more than there was", async () => {
  const budget = retryBudget({ tokens: 2 });
  assert.deepEqual([budget.spend(), budget.spend(), budget.spend()], [true, true, false]);
  const { send } = server(() => false);
  for (let i = 0; i < 10; i += 1) await withRetry(send, { budget });
  assert.deepEqual([budget.spend(), budget.spend()], [true, false]);
  for (let i = 0; i < 100; i += 1) await withRetry(send, { budget });
  assert.equal(budget.left(), 2);
});

test("retryDelay takes one out of a budget that it is given, and has none by itself", () => {
  const budget = retryBudget({ tokens: 1 });
  const failure = new TypeError("fetch failed");
  const delay = (attempt: number) => retryDelay(failure, { attempt, method: "GET", random, budget });
  assert.deepEqual([delay(3), delay(1), delay(1)], [undefined, 500, undefined]);
  budget.refund();
  assert.equal(delay(1), undefined);
  for (let i = 0; i < 99; i += 1) assert.equal(retryDelay(failure, { attempt: 1, method: "GET", random }), 500);
});
