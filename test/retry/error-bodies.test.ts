import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { type ApiError, sendWithRetry, type WithRetryOptions } from "../../generator/runtime/index.js";
import { sampleRetrying } from "../runtime/sample-contract.js";
import { fakeClock } from "./fake-clock.js";

describe("the body of an error that never ends is read", () => {
  test("for ten seconds where no time is given", async (t) => {
    await assertEnds(t, { after: 10_000 }, {});
  });

  test("until the time for all is over, where that is sooner", async (t) => {
    await assertEnds(t, { after: 500 }, { deadline: 500 });
    await assertEnds(t, { after: 10_000 }, { deadline: 60_000 });
  });

  test("for as long as its attempt may take, be that less or more", async (t) => {
    await assertEnds(t, { after: 1000 }, { timeout: 1000 });
    await assertEnds(t, { after: 30_000 }, { timeout: 30_000 });
  });

  test("for what its attempt has left where the answer itself took a part of the time", async (t) => {
    await assertEnds(t, { answered: 600, after: 1000 }, { timeout: 1000 });
    await assertEnds(t, { answered: 600, after: 900 }, { timeout: 1000, deadline: 900 });
    await assertEnds(t, { answered: 600, after: 10_600 }, {});
  });
});

/** Passes if the error is thrown at a time, and not a millisecond before. */
async function assertEnds(
  t: TestContext,
  { answered = 0, after }: { readonly answered?: number; readonly after: number },
  options: WithRetryOptions<string>,
): Promise<void> {
  const clock = fakeClock(t);
  let failure: unknown;
  const send = async () => {
    if (answered > 0) await new Promise((resolve) => setTimeout(resolve, answered));
    return new Response(new ReadableStream({}), { status: 409 });
  };
  sendWithRetry(sampleRetrying, send, { method: "GET", ...options }).catch((error: unknown) => {
    failure = error;
  });
  await clock.pass(answered);
  await clock.pass(after - answered - 1);
  assert.equal(failure, undefined);
  await clock.pass(1);
  const { status, deviations } = failure as unknown as ApiError;
  assert.deepEqual([status, deviations.at(-1)?.expected], [409, "a whole body"]);
  t.mock.reset();
  t.mock.timers.reset();
}
