import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DetailsShape } from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const limit: DetailsShape = {
  type: "object",
  required: ["plan", "limit"],
  properties: {
    plan: { enum: ["solo", "team"] },
    limit: { type: "integer" },
    resets: { type: ["string", "null"] },
    unit: { enum: ["seats"] },
    seats: { type: "array", items: { type: "object", required: ["id"], properties: { id: { type: "string" } } } },
    by: { anyOf: [{ type: "boolean" }, { type: "object", required: ["name"] }] },
  },
};
const fit = { plan: "solo", limit: 3 };

describe("details", () => {
  test("that are as declared come back whole, with members that nobody declared", () => {
    const details = { ...fit, resets: null, unit: "seats", seats: [{ id: "a", row: 1 }], by: { name: "x" }, more: [1] };
    assert.deepEqual(read(details), [details, []]);
  });

  test("of which one of several members is required are checked member by member too", () => {
    const either: DetailsShape = {
      type: "object",
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
      properties: { a: { type: "integer" }, b: { type: "integer" } },
    };
    assert.deepEqual(read({ a: 1 }, either), [{ a: 1 }, []]);
    assert.deepEqual(read({ a: 1, b: "x" }, either), [{ a: 1 }, ["/error/details/b"]]);
    assert.deepEqual(read({ c: 1 }, either), [undefined, ["/error/details"]]);
  });

  test("lose an optional member that does not fit", () => {
    for (const [member, found] of Object.entries({ resets: 7, unit: "desks", seats: {}, by: "me" }))
      assert.deepEqual(read({ ...fit, [member]: found }), [fit, [`/error/details/${member}`]]);
  });

  test("are undefined where a required member is missing or does not fit", () => {
    assert.deepEqual(read({ plan: "solo" }), [undefined, ["/error/details/limit"]]);
    for (const limit of ["3", 3.5, null, [3]])
      assert.deepEqual(read({ plan: "solo", limit }), [undefined, ["/error/details/limit"]]);
    assert.deepEqual(read({ plan: "gold", limit: 3 }), [undefined, ["/error/details/plan"]]);
  });

  test("of several shapes fit one of them wholly", () => {
    const withCount = (type: string): DetailsShape => ({ type: "object", properties: { count: { type } } });
    const either: DetailsShape = { anyOf: [withCount("string"), withCount("integer")] };
    assert.deepEqual(read({ count: 7 }, either), [{ count: 7 }, []]);
    assert.deepEqual(read({ count: true }, either), [undefined, ["/error/details"]]);
  });

  test("lose a list of which one item does not fit, and say which", () => {
    assert.deepEqual(read({ ...fit, seats: [{ id: "a" }, { id: 7 }] }), [fit, ["/error/details/seats/1/id"]]);
  });

  test("are undefined where they are no object, or nothing", () => {
    for (const details of ["text", 7, [fit], undefined, null])
      assert.deepEqual(read(details), [undefined, ["/error/details"]]);
  });

  test("may be missing where the contract says so, but not be wrong", () => {
    assert.deepEqual(read(undefined, { ...limit, optional: true }), [undefined, []]);
    assert.deepEqual(read(null, { ...limit, optional: true }), [undefined, []]);
    assert.deepEqual(read("text", { ...limit, optional: true }), [undefined, ["/error/details"]]);
  });

  test("beside code and message come without these", () => {
    const envelopes = [
      { code: "/detail/code", message: "/detail/message", details: "/detail", requestId: "/detail/id" },
    ];
    const body = { detail: { code: "over", message: "m", id: "r", ...fit } };
    const error = parse({ status: 402, body }, { envelopes, errors: errorsWith(limit) });
    assert.deepEqual([error.details, error.requestId, error.deviations], [fit, "r", []]);
    assert.equal(parse({ status: 402, body: { detail: {} } }, { envelopes }).details, undefined);
  });

  test("of a code that nobody lists come as they are", () => {
    const error = parse({ status: 402, body: errorBody("news", { details: [1, { a: null }] }) });
    assert.deepEqual([error.listed, error.details], [false, [1, { a: null }]]);
  });

  test("that nest deeper than is safe to walk are left out, at any depth and in any shape", () => {
    for (const depth of [100, 200_000]) {
      const details = `${'{"a":['.repeat(depth)}1${"]}".repeat(depth)}`;
      const error = parse({ status: 404, body: `{"error":{"code":"news","details":${details}}}` });
      assert.equal(error.details, undefined);
      assert.equal(error.deviations.length, 1);
    }
    const loop: Record<string, unknown> = {};
    Object.assign(loop, { a: loop, b: loop, c: [loop, loop] });
    assert.equal(parse({ status: 404, body: errorBody("news", { details: loop }) }).details, undefined);
  });

  test("with thousands of faults are told by the first ones", () => {
    const shape: DetailsShape = { type: "array", items: { type: "string" } };
    const [details, faults] = read(
      Array.from({ length: 50_000 }, () => 7),
      shape,
    );
    assert.equal(details, undefined);
    assert.ok(faults.length <= 100);
    assert.equal(faults[0], "/error/details/0");
  });

  test("have the first items that their shape lists, each of its own, and behind them what it says of all", () => {
    const pair: DetailsShape = { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] };
    assert.deepEqual(read(["a", 1, true], pair), [["a", 1, true], []]);
    assert.deepEqual(read(["a", "b"], pair), [undefined, ["/error/details/1"]]);
    assert.deepEqual(read(["a"], pair), [undefined, ["/error/details/1"]]);
    const more: DetailsShape = { ...pair, items: { type: "boolean" } };
    assert.deepEqual(read(["a", 1, true], more), [["a", 1, true], []]);
    assert.deepEqual(read(["a", 1, "b"], more), [undefined, ["/error/details/2"]]);
  });

  test("may have members with the names of what objects inherit", () => {
    const [whole] = read(JSON.parse('{"plan":"solo","limit":3,"__proto__":{"limit":9},"constructor":1}'));
    assert.deepEqual(Object.keys(whole as object), ["plan", "limit", "__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(whole), Object.prototype);
    assert.deepEqual(read(JSON.parse('{"__proto__":{"plan":"solo","limit":3}}'))[0], undefined);
    assert.deepEqual(read({}, { type: "object", required: ["constructor"] }), [
      undefined,
      ["/error/details/constructor"],
    ]);
    const texts: DetailsShape = { type: "object", properties: {}, additionalProperties: { type: "string" } };
    assert.deepEqual(read({ toString: "a", valueOf: 7 }, texts), [{ toString: "a" }, ["/error/details/valueOf"]]);
  });
});

function read(details: unknown, shape = limit): [details: unknown, deviations: string[]] {
  const error = parse({ status: 402, body: errorBody("over", { details }) }, { errors: errorsWith(shape) });
  assert.equal(error.listed, true);
  return [error.details, error.deviations.map(({ pointer }) => pointer)];
}

function errorsWith(details: DetailsShape) {
  return { ...sampleContract.errors, over: { statuses: ["402"], category: "quota", retry: "never", details } } as const;
}

test("details that hold what is no JSON, as a program may make them, are none", () => {
  for (const odd of [() => 1, Symbol("s"), 1n, { toJSON: () => 1 }, new Date(0)])
    for (const details of [odd, { odd }, [{ list: [odd] }]]) {
      const error = parse({ status: 404, body: errorBody("new_one", { details }) });
      assert.deepEqual([error.code, error.details], ["new_one", undefined]);
      assert.deepEqual(
        error.deviations.map(({ pointer, expected }) => [pointer, expected]),
        [["/error/details", "JSON, not nested deeply"]],
      );
    }
  const fine = { toJSON: "a text", list: [undefined, null, Number.NaN] };
  assert.deepEqual(parse({ status: 404, body: errorBody("new_one", { details: fine }) }).details, fine);
});
