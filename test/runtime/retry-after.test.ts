import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "./sample-contract.js";

const now = "Thu, 15 Jan 2026 12:00:00 GMT";

const table: Readonly<Record<string, readonly (readonly [value: string, seconds: number | undefined])[]>> = {
  "whole seconds are taken": [
    ["120", 120],
    ["0", 0],
    [" 7 ", 7],
    ["007", 7],
    ["99999999999", 99_999_999_999],
    ["9".repeat(400), Number.MAX_SAFE_INTEGER],
  ],
  "what only looks like a number is ignored": [
    ["-5", undefined],
    ["+7", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["Infinity", undefined],
    ["NaN", undefined],
    ["12 s", undefined],
    ["120, 60", undefined],
    ["soon", undefined],
    ["", undefined],
  ],
  "a date in the form of today is counted from the clock": [
    ["Thu, 15 Jan 2026 12:01:00 GMT", 60],
    ["Fri, 16 Jan 2026 12:00:00 GMT", 86_400],
  ],
  "a date that has passed is no delay": [
    [now, undefined],
    ["Thu, 15 Jan 2026 11:59:59 GMT", undefined],
    ["Sun, 06 Nov 1994 08:49:37 GMT", undefined],
  ],
  "the two old forms of dates are understood": [
    ["Thursday, 15-Jan-26 12:00:30 GMT", 30],
    ["Thu Jan 15 12:00:45 2026", 45],
    ["Sun Feb  1 12:00:00 2026", 17 * 86_400],
  ],
  "a year of two digits is at most 50 years ahead, else in the past": [
    ["Wednesday, 15-Jan-76 12:00:00 GMT", (Date.UTC(2076, 0, 15) - Date.UTC(2026, 0, 15)) / 1000],
    ["Wednesday, 15-Jan-76 12:00:01 GMT", undefined],
    ["Saturday, 15-Jan-77 12:00:00 GMT", undefined],
    ["Sunday, 06-Nov-94 08:49:37 GMT", undefined],
  ],
  "a year of four digits is that year": [["Thu, 15 Jan 2099 12:00:00 GMT", 2_303_683_200]],
  "a leap second is a second": [["Thu, 15 Jan 2026 12:00:60 GMT", 60]],
  "what is not a date of HTTP is ignored": [
    ["2026-01-15T12:01:00Z", undefined],
    ["Sat, 31 Feb 2026 12:00:00 GMT", undefined],
    ["Thu, 32 Jan 2026 12:00:00 GMT", undefined],
    ["Thu, 15 Jan 2026 24:00:00 GMT", undefined],
    ["Thu, 15 Jan 2026 12:60:00 GMT", undefined],
    ["Thu, 15 Jan 2026 12:00:61 GMT", undefined],
    ["Thu, 15 Jan 2026 12:01:00 CET", undefined],
    ["thu, 15 jan 2026 12:01:00 gmt", undefined],
    ["Thu, 15 Jan 2026 12:01:00 GMT, soon", undefined],
  ],
};

describe("Retry-After:", () => {
  for (const [rule, rows] of Object.entries(table))
    test(rule, (t) => {
      t.mock.timers.enable({ apis: ["Date"], now: Date.parse(now) });
      for (const [value, seconds] of rows) assert.equal(retryAfter({ "retry-after": value }), seconds, value);
    });

  test("a date counts from the Date of the answer, where it has one: clocks differ", (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: Date.parse(now) });
    const until = "Thu, 15 Jan 2026 09:00:30 GMT";
    assert.equal(retryAfter({ "retry-after": until, date: "Thu, 15 Jan 2026 09:00:00 GMT" }), 30);
    assert.equal(retryAfter({ "retry-after": until, date: "Thursday, 15-Jan-26 09:00:10 GMT" }), 20);
    assert.equal(retryAfter({ "retry-after": until, date: "this morning" }), undefined);
    assert.equal(retryAfter({ "retry-after": until }), undefined);
  });

  test("a part of a second is rounded up: never early", (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: Date.parse(now) + 1 });
    assert.equal(retryAfter({ "retry-after": "Thu, 15 Jan 2026 12:00:30 GMT" }), 30);
    t.mock.timers.setTime(Date.parse(now) + 999);
    assert.equal(retryAfter({ "retry-after": "Thu, 15 Jan 2026 12:00:30 GMT" }), 30);
  });

  test("two of them are none, in place of one that is guessed", () => {
    assert.equal(retryAfter({ "Retry-After": "120", "retry-after": "60" }), undefined);
  });

  test("a delay in the body counts where the header has none", () => {
    const body = (delay: unknown) => ({ error: { code: "slow_down", message: "m", delay } });
    const given = (delay: unknown, headers = {}) => parse({ status: 429, headers, body: body(delay) }).retryAfter;
    assert.equal(given(12), 12);
    assert.equal(given(0.5), 0.5);
    assert.equal(given(12, { "retry-after": "3" }), 3);
    assert.equal(given(12, { "retry-after": "soon" }), 12);
    for (const delay of [-1, "soon", "1e3", "12 days", "", null, Number.POSITIVE_INFINITY, [12]])
      assert.equal(given(delay), undefined);
  });
});

function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  return parse({ status: 503, headers }).retryAfter;
}
