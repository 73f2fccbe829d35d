import assert from "node:assert/strict";
import { test } from "node:test";
import { withRetry } from "../../generated/momail/index.js";
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
    const { signal, release } = bindSignal(given.signal, 1000);
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
    assert.equal(released.signal.aborted, false);
    const bound = bindSignal(given, 1000);
    t.mock.timers.tick(1000);
    const { name, message } = bound.signal.reason as Error;
    assert.deepEqual([name, message], ["TimeoutError", "There was no whole answer within 1000 ms"]);
  }
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
  assert.equal(bound.signal.aborted, false);
  own.abort("mine");
  assert.deepEqual([bound.signal.aborted, bound.signal.reason], [true, "mine"]);
  const { signal: late } = bindSignal(own.signal, Number.POSITIVE_INFINITY);
  assert.deepEqual([late.aborted, late.reason], [true, "mine"]);

  const released = new AbortController();
  const other = bindSignal(released.signal, 5);
  other.release();
  released.abort("mine");
  await pause(30, undefined);
  assert.equal(other.signal.aborted, false, "neither by the caller nor by the time");

  const timed = bindSignal(new AbortController().signal, 5);
  await pause(30, undefined);
  const { name, message } = timed.signal.reason as Error;
  assert.deepEqual([name, message], ["TimeoutError", "There was no whole answer within 5 ms"]);
});

test("with AbortSignal.any too, what was let go of is not aborted by its time", async () => {
  const { signal, release } = bindSignal(new AbortController().signal, 5);
  release();
  await pause(30, undefined);
  assert.equal(signal.aborted, false);
});
