import assert from "node:assert/strict";
import { test } from "node:test";
import { type RetryContract, sendWithRetry, type WithRetryOptions } from "../../generator/runtime/index.js";
import { later } from "../../generator/runtime/timer.js";
import { sampleRetrying } from "../runtime/sample-contract.js";
import { fakeClock, longest } from "./fake-clock.js";

const days = 24 * 3600;
const endless: RetryContract = {
  ...sampleRetrying,
  retryPolicy: { attempts: 5000, base: 1, cap: Number.POSITIVE_INFINITY },
};

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
      sendWithRetry(sampleRetrying, never, options).catch((error: unknown) => {
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

test("a pause that would end with the time for all is not begun; one that ends before is", async (t) => {
  const clock = fakeClock(t);
  for (const [deadline, sent] of [
    [1000, 1],
    [1001, 2],
  ] as const) {
    const state = sending(() => new Response(null, { status: 503 }), { random: () => 1, deadline });
    await clock.pass(1000);
    assert.deepEqual([state.sent, (state.failure as Error).name], [sent, "SampleError"]);
  }
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
