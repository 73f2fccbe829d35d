import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type RetryContract, sendWithRetry, type WithRetryOptions } from "../../generator/runtime/index.js";
import { later } from "../../generator/runtime/timer.js";
import { sampleContract } from "../runtime/sample-contract.js";

const longest = 2 ** 31 - 1;
const days = 24 * 3600;
const endless: RetryContract = {
  ...sampleContract,
  retryPolicy: { attempts: 5000, base: 1, cap: Number.POSITIVE_INFINITY },
};

/** A clock whose timers are those of the platform: one that is too long goes off after a millisecond. */
function fakeClock(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const faked = globalThis.setTimeout;
  const asked: number[] = [];
  const asOnThePlatform = (run: () => void, milliseconds: number) => {
    asked.push(milliseconds);
    return faked(run, milliseconds > longest || !(milliseconds >= 1) ? 1 : milliseconds);
  };
  t.mock.method(globalThis, "setTimeout", asOnThePlatform);
  const settled = async () => {
    for (let i = 0; i < 5; i += 1) await new Promise(setImmediate);
  };
  return {
    /** How long the timers were made for. */
    asked,
    pass: async (milliseconds: number) => {
      // In steps: a mocked clock does not run timers that are made while it ticks.
      for (let left = milliseconds; left > 0; left -= longest) {
        await settled();
        t.mock.timers.tick(Math.min(left, longest));
      }
      await settled();
    },
  };
}

/** Counts the attempts against a server that answers each with this. */
function sending(response: () => Response, options: WithRetryOptions<string>) {
  const state = { sent: 0, failure: undefined as unknown };
  const send = async () => {
    state.sent += 1;
    return response();
  };
  sendWithRetry(endless, send, { method: "GET", random: () => 0, budget: false, ...options }).catch(
    (error: unknown) => {
      state.failure = error;
    },
  );
  return state;
}

const limited = (seconds: number) => () =>
  new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });

for (const seconds of [Math.ceil(longest / 1000) + 1, 30 * days, 99_999_999_999])
  test(`a server that asks to wait ${seconds} s is not asked again before, where no cap forbids to wait so long`, async (t) => {
    const clock = fakeClock(t);
    const state = sending(limited(seconds), {});
    await clock.pass(Math.min(seconds * 1000 - 1, 4 * longest));
    assert.equal(state.sent, 1);
    if (seconds * 1000 < 4 * longest) {
      await clock.pass(2);
      assert.equal(state.sent, 2);
    }
    assert.deepEqual(
      clock.asked.filter((each) => !(each <= longest)),
      [],
    );
  });

test("the pause of any attempt is a time, without a cap too", async (t) => {
  const clock = fakeClock(t);
  const state = sending(() => new Response(null, { status: 503 }), { random: () => 1 });
  // 1 + 2 + 4 ... seconds.
  for (let pause = 1; pause < 2 ** 26; pause *= 2) await clock.pass(pause * 1000);
  assert.equal(state.sent, 27);
  assert.deepEqual(
    clock.asked.filter((each) => !(each <= longest)),
    [],
  );
});

for (const time of [longest + 1, 40 * days * 1000, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])
  test(`a time of ${time} ms for each attempt and for all is none that is over at once`, async (t) => {
    const clock = fakeClock(t);
    for (const options of [{ timeout: time }, { deadline: time }]) {
      let failure: unknown;
      const signals: AbortSignal[] = [];
      const never = (_attempt: number, { signal }: { readonly signal: AbortSignal }) => {
        signals.push(signal);
        return new Promise<Response>(() => {});
      };
      sendWithRetry(sampleContract, never, options).catch((error: unknown) => {
        failure = error;
      });
      await clock.pass(longest);
      assert.deepEqual([signals[0]?.aborted, failure], [false, undefined]);
      if (time < 4 * longest) {
        await clock.pass(time - longest + 1);
        assert.equal((failure as Error).name, "TimeoutError");
      }
    }
    assert.deepEqual(
      clock.asked.filter((each) => !(each <= longest)),
      [],
    );
  });

test("a timer of any length goes off once, at its time", async (t) => {
  const clock = fakeClock(t);
  let gone = 0;
  later(2.5 * longest, () => {
    gone += 1;
  });
  await clock.pass(2.5 * longest - 2);
  assert.equal(gone, 0);
  await clock.pass(3);
  assert.equal(gone, 1);
  await clock.pass(9 * longest);
  assert.equal(gone, 1);
});
