import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { type Answer, type ErrorRule, matchError } from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const inherited = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then", "toJSON"];
const deep = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;
const refuse = () => {
  throw new Error("no");
};
const traps = { get: refuse, has: refuse, getPrototypeOf: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse };
const loop: Record<string, unknown> = { error: { code: "news" } };
loop.error = { code: loop, message: loop, details: loop, request_id: loop };

const bodies: Readonly<Record<string, unknown>> = {
  "200,000 lists in each other": deep(200_000, "[", "]"),
  "200,000 objects in each other": deep(200_000, '{"error":', "}"),
  "200,000 lists as code": `{"error":{"code":${deep(200_000, "[", "]")}}}`,
  "200,000 lists as message": `{"error":{"code":"news","message":${deep(200_000, "[", "]")}}}`,
  "200,000 lists as details": `{"error":{"code":"news","details":${deep(200_000, "[", "]")}}}`,
  "200,000 lists as field errors": `{"error":{"code":"invalid_input","details":${deep(200_000, "[", "]")}}}`,
  "the same, parsed": JSON.parse(`{"error":{"code":"news","details":${deep(200_000, '{"a":', "}")}}}`),
  "the same key twice": '{"error":{"code":"a","code":{}},"error":{"code":"news","message":"m"}}',
  "a body that holds itself": loop,
  "a code of a megabyte": errorBody("c".repeat(2 ** 20)),
  "a code that is a list": errorBody(["not_found"]),
  "a code that is an object": errorBody({ toString: "not_found" }),
  "halves of characters": { error: { code: "\ud800", message: "\udfff\ud800", details: { "\ud800": "\udfff" } } },
  "bad UTF-8": new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  "a proxy that refuses everything": new Proxy({}, traps),
  "a proxy in the place of the error": { error: new Proxy({}, traps) },
  "a getter that throws": {
    get error() {
      return refuse();
    },
  },
  "a function": () => "body",
  "a symbol": Symbol("body"),
  "a date": new Date(0),
};

describe("becomes one error that can be printed, logged and sent on:", () => {
  for (const [name, body] of Object.entries(bodies))
    test(name, () => void assertWhole({ status: 404, headers: { "x-request-id": "r" }, body }));

  for (const name of inherited)
    test(`the code ${name}`, () => {
      const body = JSON.parse(`{"error":{"code":"${name}","message":"m","details":{"${name}":1}}}`);
      const error = assertWhole({ status: 404, headers: { "x-request-id": "r" }, body });
      assert.deepEqual([error.code, error.listed, error.closest], [name, false, "not_found"]);
      assert.deepEqual(Object.keys(error.details as object), [name]);
    });
});

for (const name of inherited)
  test(`a contract may list the code ${name}`, () => {
    const rule: ErrorRule = { statuses: ["404"], category: "not_found", retry: "never" };
    const body = JSON.parse(`{"error":{"code":"${name}","message":"m"}}`);
    const error = parse({ status: 404, body }, { errors: Object.fromEntries([[name, rule]]) });
    assert.deepEqual([error.code, error.listed, error.closest, error.deviations], [name, true, name, []]);
    const handlers = Object.fromEntries([[name, () => "its own"]]);
    assert.equal(
      matchError(error, handlers, () => "unlisted"),
      "its own",
    );
    assert.equal(
      matchError(error, {}, () => "unlisted"),
      "unlisted",
    );
  });

test("what a body only inherits is not read", () => {
  const { code, message } = parse({ status: 404, body: { error: Object.create({ code: "not_found", message: "m" }) } });
  assert.deepEqual([code, message], ["http_404", "HTTP 404"]);
});

test("a status that is none is 0", () => {
  for (const status of [Number.NaN, Number.POSITIVE_INFINITY, 404.5, "4044", undefined, null])
    assert.deepEqual(parse({ status } as Answer).code, "http_0");
  assert.deepEqual(parse({ status: "404" as unknown as number }).code, "http_404");
});

test("nothing that was parsed changes what other objects inherit", () => {
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(({} as { limit?: unknown }).limit, undefined);
});

test("JSON of an error does not hold its body", () => {
  const error = parse({ status: 404, body: errorBody("not_found", { secret: "s3cret" }) });
  assert.doesNotMatch(JSON.stringify(error), /s3cret/);
  assert.doesNotMatch(inspect(error), /s3cret/);
  assert.match(JSON.stringify(error), /"code":"not_found".*"message":"for people"/);
});

function assertWhole(answer: Answer) {
  const error = parse(answer);
  assert.ok(error instanceof Error);
  assert.deepEqual([error.status, error.api, typeof error.code], [404, "sample", "string"]);
  assert.ok(error.message.length <= 500 && error.message !== "");
  assert.equal(error.requestId, "r");
  assert.equal(typeof inspect(error), "string");
  assert.equal(JSON.parse(JSON.stringify(error)).code, error.code.slice(0, 2000));
  assert.deepEqual(Object.keys(sampleContract.errors).includes(error.code), error.listed);
  return error;
}
