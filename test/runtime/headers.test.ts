import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { HeadersLike } from "../../generator/runtime/index.js";
import { parse } from "./sample-contract.js";

const forms: Readonly<Record<string, HeadersLike>> = {
  "the Headers of fetch": new Headers({ "X-Request-Id": "r", "Retry-After": "3" }),
  "a Map": new Map([
    ["X-Request-Id", "r"],
    ["Retry-After", "3"],
  ]),
  pairs: [
    ["X-Request-Id", "r"],
    ["Retry-After", "3"],
  ],
  "the record of Node": { "x-request-id": "r", "retry-after": "3" },
  "a record in capitals, with numbers": { "X-REQUEST-ID": "r", "RETRY-AFTER": 3 },
  "a record with lists and gaps": { "x-request-id": ["r"], "retry-after": "3", age: undefined, via: null },
  "a record without a prototype": Object.assign(Object.create(null), { "x-request-id": "r", "retry-after": "3" }),
  "Angular's HttpHeaders": {
    keys: () => ["X-Request-Id", "Retry-After"],
    get: (name: string) => ({ "x-request-id": "r", "retry-after": "3" })[name.toLowerCase()] ?? null,
    // It has this one too, undeclared.
    forEach(visit: (name: string, values: string[]) => void) {
      visit("X-Request-Id", ["r"]);
      visit("Retry-After", ["3"]);
    },
  } as HeadersLike,
  "a record of headers that are called keys and get": { keys: "", "x-request-id": "r", "retry-after": "3" },
  "something with only forEach": {
    forEach(visit: (value: string, name: string) => void) {
      visit("r", "X-Request-Id");
      visit("3", "Retry-After");
    },
  },
};

describe("headers are read from", () => {
  for (const [form, headers] of Object.entries(forms))
    test(form, () => {
      const error = parse({ status: 503, headers });
      const { keys: _keys, ...read } = error.headers;
      assert.deepEqual(read, { "x-request-id": "r", "retry-after": "3" });
      assert.deepEqual([error.requestId, error.retryAfter], ["r", 3]);
    });
});

test("a header that is there more than once comes with all its values", () => {
  const expected = { via: "a, b" };
  for (const headers of [[["Via", "a"] as const, ["via", "b"] as const], { via: ["a", "b"] }, { Via: "a", via: "b" }])
    assert.deepEqual({ ...parse({ status: 503, headers }).headers }, expected);
});

test("headers that hold secrets are left out", () => {
  const secrets = {
    Authorization: "Bearer s3cret",
    "Proxy-Authorization": "Basic s3cret",
    Cookie: "session=s3cret",
    "Set-Cookie": ["session=s3cret", "b=s3cret"],
    "X-Api-Key": "s3cret",
    "X-Auth-Token": "s3cret",
    "X-Client-Secret": "s3cret",
  };
  const error = parse({ status: 401, headers: { ...secrets, "WWW-Authenticate": "Bearer" } });
  assert.deepEqual({ ...error.headers }, { "www-authenticate": "Bearer" });
});

test("headers that cannot be read are as good as none", () => {
  const throwing = {
    forEach() {
      throw new Error("closed");
    },
  };
  const unreadable = [undefined, null, "x-request-id: r", 7, throwing, [null], [["a", { toString: null }]]];
  for (const headers of unreadable) {
    const error = parse({ status: 500, headers: headers as HeadersLike });
    assert.deepEqual([error.code, error.headers], ["http_500", {}]);
  }
});

test("a header may have the name of what objects inherit", () => {
  const error = parse({ status: 500, headers: JSON.parse('{"__proto__":"a","constructor":"b"}') });
  assert.deepEqual(Object.entries(error.headers), [
    ["__proto__", "a"],
    ["constructor", "b"],
  ]);
});

test("the contract says which headers hold the request id; the body comes first", () => {
  const requestIdHeaders = ["X-Trace", "CF-Ray"];
  const headers = { "cf-ray": "ray\u001b[0m", "x-request-id": "r" };
  assert.equal(parse({ status: 500, headers }, { requestIdHeaders }).requestId, "ray\\u001b[0m");
  const body = { error: { code: "not_found", message: "m", request_id: "in the body" } };
  assert.equal(parse({ status: 404, headers, body }, { requestIdHeaders }).requestId, "in the body");
});
