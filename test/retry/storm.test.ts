import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { retryBudget, withRetry } from "../../generated/momail/index.js";
import * as themes from "../../generated/themes/index.js";
import { server } from "./failing-server.js";

const random = () => 0.5;

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
