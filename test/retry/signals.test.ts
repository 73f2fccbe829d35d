import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { retryBudget, withRetry } from "../../generated/momail/index.js";
import { bindSignal, pause, reasonOf, unlessAborted } from "../../generator/runtime/abort.js";

/** A signal of another realm, which knows who listens. */
function foreignSignal(reason?: unknown) {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason,
    addEventListener: (_type: "abort", listener: () => void) => void listeners.add(listener),
    removeEventListener: (type: "abort", listener: () => void) => void (type === "abort" && listeners.delete(listener)),
  };
  const abort = () => {
    signal.aborted = true;
    for (const listener of listeners) listener();
  };
  return { signal, abort, listening: () => listeners.size };
}

test("nobody listens to a signal any more once the work is done or the signal aborted", async () => {
  const done = foreignSignal();
  assert.equal(await unlessAborted(done.signal, Promise.resolve(1)), 1);
  await new Promise(setImmediate);
  assert.equal(done.listening(), 0);

  const left = foreignSignal("left");
  const waiting = unlessAborted(left.signal, new Promise(() => undefined));
  assert.equal(left.listening(), 1);
  left.abort();
  await assert.rejects(waiting, (reason) => reason === "left");
  assert.equal(left.listening(), 0);
});

test("a signal that is aborted already is one, and without a reason it has the usual one", async () => {
  const gone = foreignSignal();
  gone.abort();
  await assert.rejects(unlessAborted(gone.signal, new Promise(() => undefined)), {
    name: "AbortError",
    message: "The operation was aborted",
  });
  assert.equal(reasonOf({ ...gone.signal, reason: null }), null);
});

test("a pause that is aborted, and one that is over, leave no timer", async (t) => {
  const stopped: unknown[] = [];
  const { clearTimeout: clear } = globalThis;
  t.mock.method(globalThis, "clearTimeout", (timer: NodeJS.Timeout) => {
    stopped.push(timer);
    clear(timer);
  });
  const left = foreignSignal("left");
  const paused = pause(60_000, left.signal);
  left.abort();
  await assert.rejects(paused, (reason) => reason === "left");
  assert.equal(stopped.length, 1);
  await pause(0, undefined);
  assert.equal(stopped.length, 2);
});

test("a signal of another realm aborts the one that is made of it, until that is released", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const isEarly of [true, false]) {
    const given = foreignSignal("left");
    if (isEarly) given.abort();
    const {
      limits: { signal },
      release,
    } = bindSignal(given.signal, 1000);
    assert.equal(signal.aborted, isEarly);
    given.abort();
    assert.deepEqual([signal.aborted, signal.reason], [true, "left"]);
    release();
    assert.equal(given.listening(), 0);
  }
  for (const given of [undefined, new AbortController().signal, foreignSignal().signal]) {
    const released = bindSignal(given, 1000);
    released.release();
    t.mock.timers.tick(1000);
    assert.equal(released.limits.signal.aborted, false);
    const bound = bindSignal(given, 1000);
    t.mock.timers.tick(1000);
    const { name, message } = bound.limits.signal.reason as Error;
    assert.deepEqual([name, message], ["TimeoutError", "There was no whole answer within 1000 ms"]);
  }
});

test("a signal that lives as long as its program holds nothing of what was answered", async () => {
  const { signal } = new AbortController();
  for (const status of [200, 204, 404]) {
    const body = status === 204 ? null : "{}";
    await withRetry(async () => new Response(body, { status }), { signal }).catch(() => undefined);
    assert.equal(getEventListeners(signal, "abort").length, 0, `${status}`);
  }
});

test("a signal that ends by its time is an end, and no failure that may pass", async () => {
  const controller = new AbortController();
  const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
  const budget = retryBudget({ tokens: 5 });
  const onRetry = () => assert.fail("there is no retry");
  const never = () => new Promise<Response>(() => controller.abort(reason));
  const sent = withRetry(never, { method: "GET", signal: controller.signal, budget, onRetry });
  await assert.rejects(sent, (thrown) => thrown === reason);
  assert.equal(budget.left(), 5);
});

test("where timers are numbers, as in a browser, a good answer comes all the same", async (t) => {
  t.mock.method(globalThis, "setTimeout", () => 1);
  const stopped: unknown[] = [];
  t.mock.method(globalThis, "clearTimeout", (timer: unknown) => stopped.push(timer));
  assert.equal((await withRetry(async () => new Response("{}"), { timeout: 1000 })).status, 200);
  const failing = withRetry(async () => new Response(null, { status: 404 }), { timeout: 1000 });
  await assert.rejects(failing, { status: 404 });
  assert.ok(stopped.length > 0 && stopped.every((timer) => timer === 1));
});

test("an answer of 399 is a good one, one of 400 an error", async () => {
  assert.equal((await withRetry(async () => new Response("{}", { status: 399 }))).status, 399);
  await assert.rejects(
    withRetry(async () => new Response("{}", { status: 400 })),
    { status: 400 },
  );
});

test("where the platform has no AbortSignal.any, a signal is bound all the same, and let go of when all is over", async (t) => {
  const { any } = AbortSignal;
  t.after(() => Object.assign(AbortSignal, { any }));
  Object.assign(AbortSignal, { any: undefined });

  const own = new AbortController();
  const bound = bindSignal(own.signal, Number.POSITIVE_INFINITY);
  assert.equal(bound.limits.signal.aborted, false);
  own.abort("mine");
  assert.deepEqual([bound.limits.signal.aborted, bound.limits.signal.reason], [true, "mine"]);
  const late = bindSignal(own.signal, Number.POSITIVE_INFINITY).limits.signal;
  assert.deepEqual([late.aborted, late.reason], [true, "mine"]);

  const released = new AbortController();
  const other = bindSignal(released.signal, 5);
  other.release();
  released.abort("mine");
  await pause(30, undefined);
  assert.equal(other.limits.signal.aborted, false, "neither by the caller nor by the time");

  const timed = bindSignal(new AbortController().signal, 5);
  await pause(30, undefined);
  const { name, message } = timed.limits.signal.reason as Error;
  assert.deepEqual([name, message], ["TimeoutError", "There was no whole answer within 5 ms"]);
});

test("with AbortSignal.any too, what was let go of is not aborted by its time", async () => {
  const {
    limits: { signal },
    release,
  } = bindSignal(new AbortController().signal, 5);
  release();
  await pause(30, undefined);
  assert.equal(signal.aborted, false);
});
