import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { retryBudget, retryDelay, withRetry } from "../../generated/momail/index.js";
import * as themes from "../../generated/themes/index.js";

const random = () => 0.5;

/** A server that answers each request as `isDown` says, and counts them. */
function server(isDown: (request: number) => boolean) {
  let seen = 0;
  const send = async () => {
    seen += 1;
    return isDown(seen) ? new Response("{}", { status: 503 }) : new Response("{}");
  };
  return { send, seen: () => seen };
}

/** What comes of work that waits by the clock, whose time flies. */
async function atOnce(t: TestContext, work: () => Promise<unknown>): Promise<void> {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  let isOver = false;
  const over = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise(setImmediate);
    t.mock.timers.tick(1000);
  }
  t.mock.timers.reset();
  await over;
}

/** Clients at the same time, each of which makes its calls one after the other. */
function storm(clients: number, calls: number, call: (client: number) => Promise<unknown>): Promise<unknown> {
  const all = Array.from({ length: clients }, async (_, client) => {
    for (let i = 0; i < calls; i += 1) await call(client).catch(() => undefined);
  });
  return Promise.all(all);
}

describe("a storm, with a clock that flies:", () => {
  test("1,000 requests of one program at once, to a server that fails for ever, are 1,050", async (t) => {
    const { send, seen } = server(() => true);
    await atOnce(t, () => storm(1000, 1, () => themes.withRetry(send, { method: "GET", random })));
    assert.equal(seen(), 1050);
    // What is used up stays so: from here on, each request is sent once.
    await atOnce(t, () => storm(1000, 1, () => themes.withRetry(send, { method: "GET", random })));
    assert.equal(seen(), 2050);
  });

  test("1,000 clients of 10 requests each, of 2 tokens each, send 1.2 times as many, and then no more than are made", async (t) => {
    const { send, seen } = server(() => true);
    const budgets = Array.from({ length: 1000 }, () => retryBudget({ tokens: 2 }));
    const call = (client: number) => withRetry(send, { method: "GET", random, budget: budgets[client] });
    await atOnce(t, () => storm(1000, 10, call));
    assert.equal(seen(), 10_000 + 2000);
    await atOnce(t, () => storm(1000, 2, call));
    assert.equal(seen(), 12_000 + 2000);
  });

  for (const [name, isDown] of Object.entries({
    "every second request": (n: number) => n % 2 === 0,
    "nine of ten": (n: number) => n % 10 !== 0,
    "for a while, again and again": (n: number) => n % 2000 < 1000,
  }))
    test(`one that fails ${name} is sent 1.1 times as many at most, and the tokens`, async (t) => {
      const { send, seen } = server(isDown);
      const budget = retryBudget({ tokens: 20 });
      await atOnce(t, () => storm(50, 100, () => withRetry(send, { method: "GET", random, budget })));
      assert.ok(seen() > 5000 && seen() <= 5000 * 1.1 + 20, `${seen()}`);
    });

  test("where one request in twenty fails, each is tried again", async (t) => {
    const { send } = server((n) => n % 20 === 0);
    const budget = retryBudget();
    let failed = 0;
    const call = () =>
      withRetry(send, { method: "GET", random, budget }).catch(() => {
        failed += 1;
      });
    await atOnce(t, () => storm(10, 200, call));
    assert.equal(failed, 0);
    assert.ok(budget.left() > 49);
  });
});

test("without a budget, each request has its attempts", async () => {
  const { send, seen } = server(() => true);
  for (let i = 0; i < 40; i += 1)
    await assert.rejects(withRetry(send, { method: "GET", random: () => 0, budget: false }), { code: "http_503" });
  assert.equal(seen(), 120);
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
