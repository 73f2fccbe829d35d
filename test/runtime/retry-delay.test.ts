import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { delayBeforeRetry, type ParseOptions, parseAnswer, type RetryOptions } from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract, sampleRetrying } from "./sample-contract.js";

const whole = () => 1;

describe("retryDelay", () => {
  test("an error that never passes is not retried, whatever is asked", () => {
    for (const method of ["GET", "PUT", "POST"]) assert.equal(delayOf("not_found", 404, { method }), undefined);
    assert.equal(delayOf("not_found", 404, { idempotent: true }), undefined);
    assert.equal(delayOf("not_found", 404, { method: "GET" }, { "retry-after": "5" }), undefined);
  });

  test("an error that may pass is retried where the method is safe to repeat", () => {
    for (const method of ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE", "get"])
      assert.equal(delayOf("down_for_now", 503, { method }), 1000, method);
    for (const method of ["POST", "PATCH", "CONNECT", "", "X-GET"])
      assert.equal(delayOf("down_for_now", 503, { method }), undefined, method);
    assert.equal(delayOf("down_for_now", 503, {}), undefined, "no method counts as not idempotent");
  });

  test("the caller knows better than the method", () => {
    assert.equal(delayOf("down_for_now", 503, { method: "POST", idempotent: true }), 1000);
    assert.equal(delayOf("down_for_now", 503, { method: "GET", idempotent: false }), undefined);
  });

  test("a request that was refused before any work is retried with any method", () => {
    assert.equal(delayOf("slow_down", 429, { method: "POST", random: () => 0 }, { "retry-after": "9" }), 9000);
    assert.equal(delayOf("slow_down", 429, {}, { "retry-after": "0" }), 0);
    assert.equal(delayOf("slow_down", 429, { method: "POST" }), 1000, "a pause where no delay is stated");
  });

  test("a stated delay is kept whole, up to the cap; beyond it there is no retry", () => {
    const random = () => 0;
    assert.equal(delayOf("down_for_now", 503, { method: "GET", random }, { "retry-after": "60" }), 60_000);
    assert.equal(delayOf("down_for_now", 503, { method: "GET", random }, { "retry-after": "61" }), undefined);
    assert.equal(delayOf("slow_down", 429, {}, { "retry-after": "99999999999" }), undefined);
  });

  test("all that is drawn is added to a stated delay, never taken off: a tenth at most", () => {
    const delays = [0, 0.5, 1].map((part) =>
      delayOf("slow_down", 429, { random: () => part }, { "retry-after": "20" }),
    );
    assert.deepEqual(delays, [20_000, 21_000, 22_000]);
    assert.equal(
      delayOf("slow_down", 429, {}, { "retry-after": "60" }),
      66_000,
      "the cap is for what the server states",
    );
  });

  test("a method that was not given is that of the request, or of the operation", () => {
    const retrying = { ...sampleRetrying, methods: { find: "GET", make: "POST" } };
    const answer = { status: 500 };
    const delay = (options: ParseOptions<string>, given = {}) =>
      delayBeforeRetry(retrying, parseAnswer(sampleContract, answer, options), { attempt: 1, random: whole, ...given });
    assert.equal(delay({ operation: "find" }), 1000);
    assert.equal(delay({ operation: "make" }), undefined);
    assert.equal(delay({ operation: "make" }, { method: "GET" }), 1000);
    assert.equal(delay({ operation: "make", request: { method: "PUT" } }), 1000);
    assert.equal(delay({ operation: "constructor" }), undefined);
  });

  test("nor is a code or an operation of the name `undefined` meant where none is known", () => {
    const undefinedCode = { statuses: ["409"], category: "rate_limit", retry: "after-delay" } as const;
    const errors = { ...sampleContract.errors, undefined: undefinedCode };
    const contract = { ...sampleContract, errors };
    const retrying = { ...sampleRetrying, contract, methods: { undefined: "GET" } };
    const delay = (status: number, code: string, options: ParseOptions<string> = {}) =>
      delayBeforeRetry(retrying, parseAnswer(contract, { status, body: errorBody(code) }, options), {
        attempt: 1,
        random: whole,
      });
    assert.deepEqual([delay(418, "teapot"), delay(409, "undefined")], [undefined, 1000]);
    assert.deepEqual(
      [delay(503, "down_for_now"), delay(503, "down_for_now", { operation: "undefined" })],
      [undefined, 1000],
    );
  });

  test("without a cap, there is still a pause", () => {
    const retrying = { ...sampleRetrying, retryPolicy: { attempts: 5000, base: 1, cap: Number.POSITIVE_INFINITY } };
    const error = parse({ status: 503, body: errorBody("down_for_now") });
    for (const random of [() => 0, () => 1]) {
      const delay = delayBeforeRetry(retrying, error, { attempt: 4000, method: "GET", random });
      assert.ok(Number.isFinite(delay), `${delay}`);
    }
  });

  test("a failure of transport is retried as an error that may pass; what is no answer is a mistake", () => {
    const failed = new TypeError("fetch failed");
    const delay = (failure: unknown, options: Partial<RetryOptions> = {}) =>
      delayBeforeRetry(sampleRetrying, failure, { attempt: 1, method: "GET", random: whole, ...options });
    assert.deepEqual(
      [delay(failed), delay(failed, { attempt: 2 }), delay(failed, { attempt: 3 })],
      [1000, 2000, undefined],
    );
    assert.equal(delay(failed, { method: "POST" }), undefined);
    assert.equal(delay(failed, { method: "POST", idempotent: true }), 1000);
    const refuse = () => {
      throw new Error("no");
    };
    const refusing = new Proxy({}, { get: refuse, getOwnPropertyDescriptor: refuse });
    const aborted = Object.assign(new Error("x"), { name: "AbortError", cause: failed });
    for (const mistake of [
      new TypeError("x is undefined"),
      aborted,
      refusing,
      { ...parse({ status: 503 }), api: "other" },
      undefined,
      "fetch failed",
    ])
      assert.equal(delay(mistake), undefined);
  });

  test("there are as many attempts as the policy says, counted from 1", () => {
    const delays = [0, 1, 2, 3, 4, Number.NaN, -1].map((attempt) =>
      delayOf("down_for_now", 503, { attempt, method: "GET" }),
    );
    assert.deepEqual(delays, [undefined, 1000, 2000, undefined, undefined, undefined, undefined]);
  });

  test("the pause doubles up to the cap, and any part of it may be drawn", () => {
    const retryPolicy = { attempts: 2000, base: 0.5, cap: 20 };
    const retrying = { ...sampleRetrying, retryPolicy };
    const error = parse({ status: 503, body: errorBody("down_for_now") });
    const longest = [1, 2, 3, 4, 5, 6, 7, 40, 1999].map((attempt) => {
      const drawn = [0, 0.25, 1].map((part) =>
        delayBeforeRetry(retrying, error, { attempt, method: "GET", random: () => part }),
      );
      const [none, quarter, all] = drawn as [number, number, number];
      assert.deepEqual([none, quarter], [0, all / 4]);
      return all;
    });
    assert.deepEqual(longest, [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000, 20_000]);
  });

  test("without a source of chance of its own, pauses differ and stay in range", () => {
    const delays = Array.from({ length: 200 }, () =>
      delayOf("down_for_now", 503, { attempt: 2, method: "GET", random: undefined }),
    ) as number[];
    assert.ok(delays.every((delay) => delay >= 0 && delay < 2000));
    assert.ok(new Set(delays).size > 100);
  });

  test("a code of tomorrow is retried like the closest listed one, else by its status", () => {
    const get = { method: "GET" };
    assert.equal(delayOf("database_down", 503, get), 1000, "closest: down_for_now");
    assert.equal(delayOf("teapot", 418, get), undefined);
    assert.equal(delayOf("gateway", 502, get), 1000);
    assert.equal(delayOf("gateway", 502, { method: "POST" }), undefined);
    assert.equal(delayOf("not_built", 501, get), undefined);
    assert.equal(delayOf("old_http", 505, get), undefined);
    assert.equal(delayOf("insufficient", 507, get), 1000);
  });
});

function delayOf(code: string, status: number, options: Partial<RetryOptions>, headers = {}): number | undefined {
  const error = parse({ status, headers, body: errorBody(code) });
  return delayBeforeRetry(sampleRetrying, error, { attempt: 1, random: whole, ...options });
}
