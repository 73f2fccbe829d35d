import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClosestRule, type ErrorRule, parseAnswer } from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const patterns: Readonly<Record<string, { readonly fits: string[]; readonly fitsNot: string[] }>> = {
  "*_required": { fits: ["plan_required", "_required"], fitsNot: ["required", "plan_required_", "Plan_Required"] },
  "rate_*": { fits: ["rate_", "rate_limited"], fitsNot: ["rate", "a_rate_b"] },
  "a*b*c": { fits: ["abc", "aXbXc", "abbc", "abcbc"], fitsNot: ["ac", "acb", "abcd"] },
  "a*b*c*d": { fits: ["abcd", "a-b-c-d"], fitsNot: ["acbd", "abd", "acd"] },
  "ab*ba": { fits: ["abba", "abxba"], fitsNot: ["aba", "ab", "abbaa"] },
  "**": { fits: ["anything"], fitsNot: [] },
  exact: { fits: ["exact"], fitsNot: ["exactly", "inexact"] },
  "a.c?[d]": { fits: ["a.c?[d]"], fitsNot: ["abc?[d]", "a.cx[d]", "a.cd"] },
};

for (const [match, { fits, fitsNot }] of Object.entries(patterns))
  test(`a rule for ${match} takes the codes that match, and no other`, () => {
    const closest = [{ match, as: "slow_down" }];
    for (const code of fits) assert.equal(closestOf(code, 402, closest), "slow_down", code);
    for (const code of fitsNot) assert.equal(closestOf(code, 402, closest), undefined, code);
  });

test("the first rule that matches decides, before the status does", () => {
  const closest = [
    { match: "old_*", as: "not_found" },
    { match: "*", as: "slow_down" },
  ];
  assert.equal(closestOf("old_one", 500, closest), "not_found");
  assert.equal(closestOf("new_one", 500, closest), "slow_down");
});

test("else the error of the status itself, then of its range, then of all others", () => {
  const rule: ErrorRule = { statuses: ["5XX"], category: "internal", retry: "backoff" };
  const errors = { ...sampleContract.errors, http_5XX: rule, http_default: { ...rule, statuses: ["default"] } };
  assert.equal(closestOf("news", 500, [], errors), "http_500");
  assert.equal(closestOf("news", 503, [], errors), "http_5XX");
  assert.equal(closestOf("news", 404, [], errors), "http_default");
});

test("else the listed error of the status, where it is the only one", () => {
  const second: ErrorRule = { statuses: ["404", "410"], category: "not_found", retry: "never" };
  assert.equal(closestOf("news", 404), "not_found");
  assert.equal(closestOf("news", 404, [], { ...sampleContract.errors, second }), undefined);
  assert.equal(closestOf("news", 410, [], { ...sampleContract.errors, second }), "second");
  assert.equal(closestOf("news", 418), undefined);
});

test("else the only error of its range, then of all others, where none is listed under the status itself", () => {
  const rule = (...statuses: string[]): ErrorRule => ({ statuses, category: "request", retry: "never" });
  const errors = { ...sampleContract.errors, ranged: rule("4XX"), any: rule("default") };
  assert.equal(closestOf("news", 418, [], errors), "ranged");
  assert.equal(closestOf("news", 404, [], errors), "not_found", "the one of the status itself");
  assert.equal(closestOf("news", 599, [], errors), "any");
  assert.equal(closestOf("news", 302, [], errors), "any");
  const two = { ...errors, ranged_too: rule("409", "4XX") };
  assert.equal(closestOf("news", 418, [], two), undefined, "two of the range, and one of all others");
  assert.equal(closestOf("news", 409, [], two), "ranged_too");
});

test("a listed code is its own closest; the category is that of the closest, else of the status", () => {
  const parsed = (code: string, status: number) => {
    const { closest, category, listed } = parse({ status, body: errorBody(code) });
    return [closest, category, listed];
  };
  assert.deepEqual(parsed("slow_down", 429), ["slow_down", "rate_limit", true]);
  assert.deepEqual(parsed("news", 429), ["slow_down", "rate_limit", false]);
  assert.deepEqual(parsed("news", 402), [undefined, "billing", false]);
  assert.deepEqual(parsed("news", 418), [undefined, "request", false]);
  assert.deepEqual(parsed("news", 599), [undefined, "internal", false]);
  assert.deepEqual(parsed("news", 302), [undefined, "unexpected", false]);
});

test("an operation of the name `undefined` is not meant where none is known", () => {
  const listedFor = (operation?: string) => {
    const contract = { ...sampleContract, operations: { undefined: [] } };
    return parseAnswer(contract, { status: 404, body: errorBody("not_found") }, { operation }).listed;
  };
  assert.deepEqual([listedFor(), listedFor("undefined")], [true, false]);
});

test("a hostile code against a pattern of many stars is answered, not searched for ever", () => {
  const closest = [{ match: `${"a*".repeat(50)}b`, as: "slow_down" }];
  assert.equal(closestOf("a".repeat(100_000), 402, closest), undefined);
});

function closestOf(code: string, status: number, closest: ClosestRule[] = [], errors = sampleContract.errors) {
  const error = parse({ status, body: errorBody(code) }, { closest, errors });
  assert.equal(error.listed, false);
  return error.closest;
}
