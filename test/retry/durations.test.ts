import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsOfText } from "../../generator/runtime/duration.js";
import { httpTime, parseRetryAfter } from "../../generator/runtime/retry-after.js";
import { budgetOf, retryBudget } from "../../generator/runtime/retry-budget.js";
import { later } from "../../generator/runtime/timer.js";

const durations: Readonly<Record<string, number | undefined>> = {
  ...{ "12": 12, " 12.5 ": 12.5, "0": 0, "999999999999999": 999999999999999, "1234567890123456": undefined },
  ...{ "1.123456789": 1.123456789, "1.1234567890": undefined, "1.": undefined, ".5": undefined, "-1": undefined },
  ...{
    "53s": 53,
    "53 S": 53,
    "2 min": 120,
    "1500ms": 1.5,
    "1500 millis": 1.5,
    "3 milliseconds": 0.003,
    "5 msec": 0.005,
  },
  ...{ "6m0s": 360, "1h 2m 3.5s": 3723.5, "2 hours": 7200, "1 minute": 60, "3 secs": 3, "4 seconds": 4, "1hour": 3600 },
  ...{ "1h1h1h1h1h1h": 21_600, "1h1h1h1h1h1h1h": undefined, x53s: undefined, "53sx": undefined, "2 weeks": undefined },
  ...{ PT30S: 30, pt30s: 30, PT1M: 60, PT10M: 600, PT2H: 7200, PT12H: 43_200, P1D: 86_400, P12D: 1_036_800 },
  ...{ P1DT2H: 93_600, PT1H2M3S: 3723, PT2H3S: 7203, PT1M3S: 63, "PT1.25S": 1.25, "PT12.5S": 12.5, P1DT1S: 86_401 },
  ...{
    P: undefined,
    PT: undefined,
    P1DT: undefined,
    xPT30S: undefined,
    PT30Sx: undefined,
    PT30X: undefined,
    PT30S5X: undefined,
    P1M: undefined,
  },
  ...{
    "1:02:03": 3723,
    "12:30:59": 45_059,
    "1:02:03.25": 3723.25,
    "1:02:03.5": 3723.5,
    "0:00:00": 0,
    "1:60:00": undefined,
  },
  ...{
    "1:00:60": undefined,
    "x1:02:03": undefined,
    "1:02:03x": undefined,
    "1:02": undefined,
    soon: undefined,
    "": undefined,
  },
};

test("a text says its seconds in every form that servers use, and nothing else does", () => {
  for (const [text, seconds] of Object.entries(durations)) assert.equal(secondsOfText(text, false), seconds, text);
  assert.equal(secondsOfText("1500", true), 1.5);
  assert.equal(secondsOfText("15s", true), 15);
});

test("a date is one by all of its text", () => {
  const time = Date.UTC(2026, 0, 15, 12);
  for (const text of [
    "Thu, 15 Jan 2026 12:00:00 GMT",
    "  Thu Jan 15 12:00:00 2026 ",
    "Thursday, 15-Jan-26 12:00:00 GMT",
  ])
    assert.equal(httpTime(text), time, text);
  for (const text of [
    "x Thu Jan 15 12:00:00 2026",
    "Thu Jan 15 12:00:00 2026 x",
    "x Thursday, 15-Jan-26 12:00:00 GMT",
    "",
  ])
    assert.equal(httpTime(text), undefined, text);
  assert.deepEqual([httpTime(), parseRetryAfter()], [undefined, undefined]);
  assert.equal(parseRetryAfter("Thu, 15 Jan 2026 12:00:00 GMT", "Thu, 15 Jan 2026 11:59:58 GMT"), 2);
  assert.equal(parseRetryAfter("Thu, 15 Jan 2026 12:00:00 GMT", "Thu, 15 Jan 2026 12:00:00 GMT"), undefined);
});

test("a budget of one is spent once, and each API has one of its own for good", () => {
  const budget = retryBudget({ tokens: 1 });
  assert.deepEqual([budget.spend(), budget.spend(), budget.left()], [true, false, 0]);
  for (let tenth = 0; tenth < 10; tenth += 1) budget.refund();
  assert.equal(budget.spend(), true, "ten tenths are one");
  assert.equal(retryBudget({ tokens: Number.NaN }).spend(), false);
  const shared = budgetOf("shop");
  assert.equal(budgetOf("shop"), shared);
  assert.notEqual(budgetOf("store"), shared);
  assert.equal(shared.left(), 50);
});

test("a timer keeps its program alive until it is let go, before it is set again too; without end, there is none", (t) => {
  const released: string[] = [];
  const set: { readonly run: () => void; readonly milliseconds: number; readonly name: string }[] = [];
  t.mock.method(globalThis, "setTimeout", (run: () => void, milliseconds: number) => {
    const name = `timer ${set.length}`;
    set.push({ run, milliseconds, name });
    return { unref: () => released.push(name) };
  });
  let ran = 0;
  const timer = later(2 ** 31, () => {
    ran += 1;
  });
  assert.deepEqual([set.map(({ milliseconds }) => milliseconds), released], [[2 ** 31 - 1], []]);
  timer.unref();
  set[0]!.run();
  assert.deepEqual([set[1]!.milliseconds, released, ran], [1, ["timer 0", "timer 1"], 0]);
  set[1]!.run();
  assert.equal(ran, 1);
  later(Number.POSITIVE_INFINITY, () => undefined).unref();
  later(Number.NaN, () => undefined).stop();
  assert.equal(set.length, 2);
});
