import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import * as runtime from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const notFound = parse({ status: 404, body: errorBody("not_found") });
const isError = (value: unknown, codes?: string | string[]) => runtime.isErrorOf(sampleContract, value, codes);

describe("isError", () => {
  test("knows an error of this API, by itself, by its code and by a list of codes", () => {
    assert.equal(isError(notFound), true);
    assert.equal(isError(notFound, "not_found"), true);
    assert.equal(isError(notFound, ["slow_down", "not_found"]), true);
    assert.equal(isError(notFound, "slow_down"), false);
    assert.equal(isError(notFound, ["slow_down"]), false);
    assert.equal(isError(notFound, []), false);
  });

  test("knows one of another copy of this code, by a name that all copies share", () => {
    assert.equal(isError({ [Symbol.for("openapi-errors.api")]: "sample", code: "not_found", listed: true }), true);
    assert.equal(isError({ [Symbol.for("openapi-errors.api")]: "other", code: "not_found", listed: true }), false);
  });

  test("knows an unlisted code as an error, but never as a listed one", () => {
    const unlisted = runtime.parseAnswer(
      sampleContract,
      { status: 404, body: errorBody("not_found") },
      { operation: "nothing" },
    );
    const undeclared = runtime.parseAnswer(
      { ...sampleContract, operations: { find: [] } },
      { status: 404, body: errorBody("not_found") },
      { operation: "find" },
    );
    assert.equal(isError(unlisted, "not_found"), true, "an operation that the contract does not know changes nothing");
    assert.equal(isError(undeclared), true);
    assert.equal(isError(undeclared, "not_found"), false);
    const deviation = { pointer: "/error/code", expected: "an error of find", found: "not_found" };
    assert.deepEqual(undeclared.deviations, [deviation]);
  });

  test("tells the errors of one API from those of another", () => {
    assert.equal(runtime.isErrorOf({ ...sampleContract, api: "other" }, notFound), false);
  });

  test("says no to whatever else may be thrown", () => {
    const lookAlike = Object.assign(new Error("m"), { api: "sample", code: "not_found", listed: true });
    const others = [undefined, null, 0, "not_found", Symbol("s"), [], {}, () => notFound, new Error("m"), lookAlike];
    for (const value of [...others, Object.create(null), JSON.parse(JSON.stringify(notFound)), runInNewContext("({})")])
      assert.equal(isError(value, "not_found"), false);
  });

  test("says no to a proxy that refuses everything, and to one that was revoked", () => {
    const refuse = () => {
      throw new Error("no");
    };
    const traps = {
      get: refuse,
      has: refuse,
      getPrototypeOf: refuse,
      ownKeys: refuse,
      getOwnPropertyDescriptor: refuse,
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [new Proxy({}, traps), new Proxy(new Error("m"), traps), proxy])
      assert.equal(isError(value, "not_found"), false);
  });
});

test("an error keeps name, message and stack of an Error, and prints without body and headers", () => {
  const error = parse({ status: 404, headers: { via: "proxy" }, body: errorBody("not_found") });
  assert.equal(error.name, "SampleError");
  assert.equal(String(error), "SampleError [not_found]: for people");
  assert.equal(error.stack?.split("\n")[0], String(error));
  assert.deepEqual(
    Object.keys(error).filter((key) => ["name", "message", "body", "headers", "stack"].includes(key)),
    [],
  );
  assert.deepEqual([error.body, error.headers], [errorBody("not_found"), { via: "proxy" }]);
});

test("what an answer does not tell of is no member, and what it does may be replaced like any of an Error", () => {
  const error = parse({ status: 404, body: errorBody("not_found") });
  for (const name of ["requestId", "retryAfter", "operation", "request"])
    assert.equal(Object.hasOwn(error, name), false);
  assert.ok(Object.values(error.toJSON()).every((value) => value !== undefined));
  for (const name of ["code", "status", "body", "headers", "name"]) {
    const { configurable, writable } = Object.getOwnPropertyDescriptor(error, name)!;
    assert.deepEqual({ configurable, writable }, { configurable: true, writable: true }, name);
  }
});

test("a listed code comes back from a log as it is, however long", () => {
  const code = "c".repeat(3000);
  const errors = { [code]: { statuses: ["404"], category: "not_found", retry: "never" } } as const;
  assert.equal(parse({ status: 404, body: errorBody(code) }, { errors }).toJSON().code, code);
});

test("a stack begins where the parser was called, and a console prints it, the members and the cause", () => {
  const error = runtime.parseAnswer(
    sampleContract,
    { status: 404, body: errorBody("not_found") },
    { cause: new Error("c1") },
  );
  assert.doesNotMatch(error.stack!, /new _?ApiError/);
  const printed = inspect(error);
  assert.ok(printed.startsWith(`${error.stack} {`), printed);
  assert.match(printed, /closest: 'not_found'/);
  assert.match(printed, /cause: Error: c1/);
  assert.doesNotMatch(printed, /name:|message:/);
  assert.doesNotMatch(inspect(parse({ status: 404, body: errorBody("not_found") })), /cause/);
});
