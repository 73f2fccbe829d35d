import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { delayBeforeRetry } from "../../generator/runtime/index.js";
import { parse, sampleContract, sampleRetrying } from "./sample-contract.js";

const date = "Fri, 15 Jan 2027 08:00:00 GMT";

describe("a body says how long to wait", () => {
  const delayAt = (pointer: string, body: unknown) =>
    parse({ status: 503, body }, { envelopes: [{ message: "/m", delay: pointer, details: "/details" }] }).retryAfter;

  test("as a number, or as a text that may have a unit", () => {
    const said = { "30": 30, "1.5": 1.5, "53s": 53, "3.500s": 3.5, "1500ms": 1.5, "2 min": 120, "1h": 3600, " 7 ": 7 };
    const more = {
      "6m0s": 360,
      "1h2m3.5s": 3723.5,
      "1 h 30 min": 5400,
      "1s 500ms": 1.5,
      PT30S: 30,
      PT1M30S: 90,
      P1DT2H: 93_600,
      "pt0.5s": 0.5,
      "00:01:30": 90,
    };
    for (const [text, seconds] of Object.entries({ ...said, ...more }))
      assert.equal(delayAt("/wait", { m: "m", wait: text }), seconds, text);
    for (const text of [
      "soon",
      "-1",
      "1e3",
      "1 day",
      "",
      "s",
      "1,5",
      "5m5",
      "P",
      "PT",
      "P1DT",
      "P1M",
      "1m1",
      "6m0s!",
      "1:30",
    ])
      assert.equal(delayAt("/wait", { m: "m", wait: text }), undefined, text);
  });

  test("in milliseconds where its name ends so", () => {
    for (const name of ["retry_after_ms", "retryAfterMs", "retryAfterMS", "retry-after-ms", "retryDelayMillis"])
      assert.equal(delayAt(`/${name}`, { m: "m", [name]: 2500 }), 2.5, name);
    assert.equal(delayAt("/retry_after_ms", { m: "m", retry_after_ms: "2s" }), 2);
    for (const name of ["params", "items", "retry_after"])
      assert.equal(delayAt(`/${name}`, { m: "m", [name]: 7 }), 7, name);
  });

  test("in any item of a list, and as google.rpc.RetryInfo among the details", () => {
    const info = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "30s" };
    assert.equal(delayAt("/details/*/retryDelay", { m: "m", details: [{ reason: "x" }, { retryDelay: "9s" }] }), 9);
    assert.equal(delayAt("/wait", { m: "m", details: [{ reason: "x" }, info] }), 30);
  });
});

describe("headers beside Retry-After say how long to wait", () => {
  const delayHeaders = [
    { name: "Retry-After-Ms", unit: "milliseconds" },
    { name: "X-Wait", unit: "seconds" },
    { name: "X-Retry-At", unit: "epoch-seconds" },
    { name: "X-Quota-Reset", unit: "epoch-seconds" },
  ] as const;
  const wait = (headers: Readonly<Record<string, string>>, status = 429) =>
    parse({ status, headers: { date, ...headers } }, { delayHeaders }).retryAfter;

  test("where the contract names them, each in its unit", () => {
    assert.equal(wait({ "retry-after-ms": "2500" }), 2.5);
    assert.equal(wait({ "x-wait": "1.5" }, 400), 1.5);
    assert.equal(wait({ "x-retry-at": "1800000030" }), 30);
    assert.equal(wait({ "x-quota-reset": "1800000030" }), 30);
    assert.equal(wait({ "x-wait": "soon", "x-retry-at": "1800000030" }), 30);
  });

  test("and Retry-After wins", () => {
    assert.equal(wait({ "retry-after": "7", "retry-after-ms": "2500" }), 7);
    assert.equal(wait({ "retry-after": "soon", "retry-after-ms": "2500" }), 2.5);
  });

  test("by their usual names, of a rate limit", () => {
    assert.equal(wait({ ratelimit: '"default";r=0;t=30' }), 30);
    assert.equal(wait({ ratelimit: '"a;,b";r=5;t=3, "day";r=0;t=90, "hour";r=0;t=40' }), 90);
    assert.equal(wait({ ratelimit: "limit=100, remaining=0, reset=50" }), 50);
    assert.equal(wait({ "ratelimit-reset": "12" }), 12);
    assert.equal(wait({ "x-ratelimit-reset": "1800000030" }), 30);
    assert.equal(wait({ "x-ratelimit-reset": "1800000030000" }), 30);
    assert.equal(wait({ "x-rate-limit-reset": "Fri, 15 Jan 2027 08:01:00 GMT" }), 60);
  });

  test("as a duration, of the limit that is used up", () => {
    assert.equal(wait({ "x-ratelimit-reset-requests": "6m0s" }), 360);
    const both = { "x-ratelimit-reset-requests": "2ms", "x-ratelimit-reset-tokens": "1m30s" };
    const left = { "x-ratelimit-remaining-requests": "9", "x-ratelimit-remaining-tokens": "0" };
    assert.equal(wait({ ...both, ...left }), 90);
    assert.equal(wait({ "x-quota-reset": "PT45S" }), 45);
  });

  test("as a date of RFC 3339 that exists", () => {
    assert.equal(wait({ "x-quota-reset": "2027-01-15T08:00:30Z" }), 30);
    assert.equal(wait({ "x-quota-reset": "2027-01-15T09:00:30.250+01:00" }), 31);
    for (const text of ["2027-02-30T08:00:30Z", "2027-01-15T08:00:30", "2027-01-15", "2027-13-01T00:00:00Z"])
      assert.equal(wait({ "x-quota-reset": text }), undefined, text);
  });

  test("but not where requests are left, or the answer is about something else", () => {
    assert.equal(wait({ "x-ratelimit-remaining": "9", "x-ratelimit-reset": "1800000030" }), undefined);
    assert.equal(wait({ ratelimit: '"default";r=9;t=30' }), undefined);
    assert.equal(wait({ "x-ratelimit-reset": "1800000030" }, 404), undefined);
    assert.equal(wait({ "x-ratelimit-reset": "1700000000" }), undefined);
  });
});

describe("a 403", () => {
  const read = (headers: Readonly<Record<string, string>>, changes = {}) =>
    parse({ status: 403, headers: { date, ...headers }, body: { message: "No" } }, changes);
  const limits = [
    { "retry-after": "30" },
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1800000030" },
    { ratelimit: '"default";r=0;t=30' },
  ];

  test("that says to wait, or that nothing is left, is a rate limit, and any method may retry it", () => {
    for (const headers of limits) {
      const error = read(headers);
      assert.deepEqual([error.category, error.retryAfter], ["rate_limit", 30]);
      assert.equal(delayBeforeRetry(sampleRetrying, error, { attempt: 1, method: "POST", random: () => 0 }), 30_000);
    }
  });

  test("that says neither is what it was", () => {
    for (const headers of [{}, { "x-ratelimit-remaining": "9" }, { "x-ratelimit-reset": "1800000030" }]) {
      const error = read(headers);
      assert.deepEqual([error.category, error.retryAfter], ["permission", undefined]);
      assert.equal(delayBeforeRetry(sampleRetrying, error, { attempt: 1, method: "GET" }), undefined);
    }
  });

  test("whose code the contract says more of is that", () => {
    const errors = { http_403: { statuses: ["403"], category: "quota", retry: "never" } } as const;
    assert.equal(read({ "retry-after": "30" }, { errors }).category, "quota");
  });

  test("that is a rate limit is not retried where the contract says so, and says nothing else of it", () => {
    for (const [retry, delay] of [
      [undefined, 30_000],
      ["never", undefined],
    ] as const) {
      const errors = { http_403: { statuses: ["403"], ...(retry && { retry }) } };
      const error = read({ "retry-after": "30" }, { errors });
      assert.equal(error.category, "rate_limit");
      const retrying = { ...sampleRetrying, contract: { ...sampleContract, errors } };
      assert.equal(delayBeforeRetry(retrying, error, { attempt: 1, method: "POST", random: () => 0 }), delay);
    }
  });
});
