import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isError, withRetry } from "../../generated/momail/index.js";
import { codes, momailAnswer, serve } from "./server.js";

const random = () => 0;
const unavailable = () => new Response("{}", { status: 503 });

describe("an attempt is bounded", () => {
  test("by a time of its own: the next one is made, with a signal of its own", async (t) => {
    const { url, seen } = await serve(t, ["never", "{}"]);
    const signals: AbortSignal[] = [];
    const send = (_attempt: number, { signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal);
      return fetch(url, { signal });
    };
    const response = await withRetry(send, { method: "GET", timeout: 1_000, random });
    assert.equal(await response.text(), "{}");
    assert.equal(seen(), 2);
    assert.deepEqual(
      signals.map(({ aborted, reason }) => [aborted, reason?.name]),
      [
        [true, "TimeoutError"],
        [false, undefined],
      ],
    );
  });

  test("by the time for all, whether or not it listens to its signal", async () => {
    for (const listens of [true, false]) {
      const send = (_attempt: number, { signal }: { readonly signal: AbortSignal }) =>
        new Promise<Response>((_, reject) => {
          if (listens) signal.addEventListener("abort", () => reject(signal.reason));
        });
      const start = Date.now();
      await assert.rejects(withRetry(send, { method: "GET", deadline: 50, random }), { name: "TimeoutError" });
      assert.ok(Date.now() - start < 1000);
    }
  });

  test("and an answer that comes later is not left open, whether or not it listens", async () => {
    const cancelled: unknown[] = [];
    const late = (status: number) => {
      const body = new ReadableStream({ cancel: () => void cancelled.push(status) });
      return new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(body, { status })), 40));
    };
    for (const status of [200, 503])
      await assert.rejects(
        withRetry(() => late(status), { method: "POST", timeout: 10 }),
        { name: "TimeoutError" },
      );
    let isDestroyed = false;
    const stream = {
      destroy: () => {
        isDestroyed = true;
      },
    };
    const node = () =>
      new Promise<{ status: number; body: unknown }>((resolve) =>
        setTimeout(() => resolve({ status: 200, body: stream }), 40),
      );
    await assert.rejects(withRetry(node, { method: "POST", timeout: 10 }), { name: "TimeoutError" });
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual([cancelled, isDestroyed], [[200, 503], true]);
  });

  test("by the caller's signal, whose reason is thrown", async () => {
    const controller = new AbortController();
    const sent = withRetry(() => new Promise<Response>(() => {}), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("the user left")), 10);
    await assert.rejects(sent, /the user left/);
  });

  test("by the caller's signal while the body of an error comes", async () => {
    const controller = new AbortController();
    const slow = () => Promise.resolve(new Response(new ReadableStream({}), { status: 500 }));
    const sent = withRetry(slow, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("the user left")), 10);
    await assert.rejects(sent, /the user left/);
  });

  test("by its time while the body of an error comes: what has come is the error", async () => {
    const slow = () => Promise.resolve(new Response(new ReadableStream({}), { status: 409 }));
    await assert.rejects(withRetry(slow, { timeout: 20 }), (error) => isError(error) && error.status === 409);
  });

  test("and so is the body of a good answer", async (t) => {
    const controller = new AbortController();
    for (const options of [{ timeout: 300 }, { deadline: 300 }, { signal: controller.signal }]) {
      const { url } = await serve(t, ["slow"]);
      const response = await withRetry((_, { signal }) => fetch(url, { signal }), options);
      const body = response.text();
      if ("signal" in options) controller.abort(new Error("the user left"));
      await assert.rejects(body, /the user left|no whole answer|aborted/i);
    }
  });
});

test("a signal of another realm, and one without a reason, ends it too", async () => {
  const listeners = new Set<() => void>();
  const foreign = {
    aborted: false,
    addEventListener: (_: "abort", listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: "abort", listener: () => void) => void listeners.delete(listener),
  };
  const sent = withRetry((_, { signal }) => fetch("http://127.0.0.1:1/", { signal }).catch(() => unavailable()), {
    method: "GET",
    signal: foreign,
    random: () => 1,
  });
  setTimeout(() => {
    foreign.aborted = true;
    for (const listener of listeners) listener();
  }, 30);
  await assert.rejects(sent, { name: "AbortError" });
  assert.equal(listeners.size, 0, "nobody listens to it any more");
});

test("times beyond what timers hold, and without end, are no times at once", async () => {
  for (const time of [2 ** 40, Number.POSITIVE_INFINITY]) {
    const answers = [unavailable(), new Response("fine")];
    const later = () => new Promise<Response>((resolve) => setTimeout(() => resolve(answers.shift()!), 20));
    const response = await withRetry(later, { method: "GET", timeout: time, deadline: time, random });
    assert.equal(await response.text(), "fine");
  }
});

test("the method of an operation is known", async (t) => {
  const { url, seen } = await serve(t, Array(9).fill(momailAnswer(500, "INTERNAL_ERROR")));
  const send = () => fetch(url);
  await assert.rejects(withRetry(send, { operation: "getMailbox", random }), (error) => {
    assert.ok(isError(error));
    assert.equal(error.request?.method, "GET");
    return true;
  });
  assert.equal(seen(), 3);
  await assert.rejects(withRetry(send, { operation: "createMailbox", random }), codes("INTERNAL_ERROR"));
  assert.equal(seen(), 4);
});

test("nothing is said of a request of which nothing is known", async () => {
  await assert.rejects(
    withRetry(async () => new Response(null, { status: 404 })),
    (error) => isError(error) && error.request === undefined,
  );
});

test("each further attempt is told of before its pause, and each unlisted code", async () => {
  const told: unknown[] = [];
  const unlisted: string[] = [];
  const sent = withRetry(() => Promise.resolve(unavailable()), {
    method: "GET",
    random,
    onRetry: ({ attempt, delay, error }) => told.push([attempt, delay, isError(error) && error.status]),
    onUnlisted: ({ code }) => void unlisted.push(code),
  });
  await assert.rejects(sent);
  assert.deepEqual(told, [
    [1, 0, 503],
    [2, 0, 503],
  ]);
  assert.deepEqual(unlisted, ["http_503", "http_503", "http_503"]);
});

test("no stack is made into text for a request that succeeds", async () => {
  const { prepareStackTrace } = Error;
  let made = 0;
  Error.prepareStackTrace = () => {
    made += 1;
    return "";
  };
  try {
    const answers = [unavailable(), new Response()];
    await withRetry(() => Promise.resolve(answers.shift()!), { method: "GET", random });
    assert.equal(made, 0);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
});
