import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorBody, parse } from "./sample-contract.js";

const shapes: Readonly<Record<string, unknown>> = {
  "a list of paths and messages": [
    { path: ["email"], message: "is taken" },
    { path: ["items", 2, "name"], message: "is too long" },
  ],
  "a list of loc, msg and type": [
    { loc: ["email"], msg: "is taken", type: "value_error" },
    { loc: ["items", 2, "name"], msg: "is too long", type: "string_too_long" },
  ],
};

const maps: Readonly<Record<string, unknown>> = {
  "a map of one message each": { email: "is taken", "items.2": "is too long" },
  "a map of lists of messages": { email: ["is taken"], "items.2": ["is too long"] },
};

describe("field errors come from", () => {
  for (const [shape, details] of Object.entries(shapes))
    test(shape, () => {
      assert.deepEqual(fieldsIn(details), [
        { path: ["email"], message: "is taken" },
        { path: ["items", 2, "name"], message: "is too long" },
      ]);
    });

  for (const [shape, details] of Object.entries(maps))
    test(shape, () => {
      assert.deepEqual(fieldsIn(details), [
        { path: ["email"], message: "is taken" },
        { path: ["items.2"], message: "is too long" },
      ]);
    });

  test("every message of a field", () => {
    assert.deepEqual(fieldsIn({ email: ["is taken", "is too long"] }), [
      { path: ["email"], message: "is taken" },
      { path: ["email"], message: "is too long" },
    ]);
  });

  test("a path that is one text", () => {
    assert.deepEqual(fieldsIn([{ path: "email", message: "is taken" }]), [{ path: ["email"], message: "is taken" }]);
  });
});

describe("an item of a list may name its parts as", () => {
  const items: Readonly<Record<string, readonly [item: unknown, path: readonly string[]]>> = {
    "RFC 9457 shows it": [{ detail: "is taken", pointer: "#/user/e~1mail" }, ["user", "e/mail"]],
    "RFC 7807 shows it": [{ name: "email", reason: "is taken" }, ["email"]],
    "JSON:API says it": [
      { code: "7", title: "No", detail: "is taken", source: { pointer: "/data/email" } },
      ["data", "email"],
    ],
    "JSON:API says it of the query": [{ title: "is taken", source: { parameter: "sort" } }, ["sort"]],
    "express-validator does": [{ param: "email", msg: "is taken", location: "body", value: "" }, ["email"]],
    "many do": [{ code: "taken", field: "email", message: "is taken" }, ["email"]],
    "others do": [{ parameter: "email", description: "is taken" }, ["email"]],
    "Azure does": [{ code: "Taken", target: "email", message: "is taken" }, ["email"]],
    "validators of .NET do": [{ property: "email", error: "is taken" }, ["email"]],
    "validators of Java do": [{ fieldName: "email", errorMessage: "is taken" }, ["email"]],
    "GitHub does, by a code alone": [{ resource: "User", field: "email", code: "is taken" }, ["email"]],
    "a pointer that is none": [{ pointer: "user.email", message: "is taken" }, ["user.email"]],
    "a pointer to the whole": [{ pointer: "#", message: "is taken" }, []],
  };
  for (const [name, [item, path]] of Object.entries(items))
    test(name, () => {
      assert.deepEqual(fieldsIn([item]), [{ path, message: "is taken" }]);
    });

  test("nothing else counts beside path or loc, and message or msg", () => {
    const others = [
      "field",
      "pointer",
      "parameter",
      "param",
      "name",
      "reason",
      "detail",
      "description",
      "title",
      "code",
    ];
    const beside = { ...Object.fromEntries(others.map((name) => [name, "other"])), source: { pointer: "/other" } };
    assert.deepEqual(fieldsIn([{ ...beside, path: "a.b", message: "m" }]), [{ path: ["a.b"], message: "m" }]);
    assert.deepEqual(fieldsIn([{ ...beside, loc: ["a", 1], msg: "m" }]), [{ path: ["a", 1], message: "m" }]);
    assert.deepEqual(fieldsIn([{ ...beside, path: 7, message: "m" }]), [{ path: ["other"], message: "m" }]);
    assert.deepEqual(fieldsIn([{ ...beside, path: "a", message: 7 }]), [{ path: ["a"], message: "other" }]);
  });
});

test("what has no such shape is passed over, and the rest still counts", () => {
  const odd = [null, 7, {}, { path: ["a"] }, { message: "m" }, { path: [{}], message: "m" }, { loc: 7, msg: "m" }];
  assert.deepEqual(fieldsIn([...odd, { path: [], message: "the whole" }]), [{ path: [], message: "the whole" }]);
  assert.deepEqual(fieldsIn({ a: 1, b: null, c: { d: 7 }, f: [1, "fits"] }), [{ path: ["f"], message: "fits" }]);
  for (const details of [undefined, null, 7, "text", true, [], {}]) assert.deepEqual(fieldsIn(details), []);
});

test("names that objects inherit are fields like any other, and nothing else", () => {
  const details = JSON.parse('{"__proto__":"a","constructor":["b"]}');
  assert.deepEqual(fieldsIn(details), [
    { path: ["__proto__"], message: "a" },
    { path: ["constructor"], message: "b" },
  ]);
  assert.deepEqual(fieldsIn([Object.assign(Object.create({ path: ["a"] }), { message: "b" })]), []);
});

test("their messages are safe to print", () => {
  const safe = [{ path: ["a"], message: "x\\u001b[2Jy" }];
  assert.deepEqual(fieldsIn({ a: "x\u001b[2Jy" }), safe);
  assert.deepEqual(fieldsIn([{ path: "a", message: "x\u001b[2Jy" }]), safe);
});

test("an error without them has an empty list", () => {
  assert.deepEqual(parse({ status: 404, body: errorBody("not_found", { details: { a: "b" } }) }).fields, []);
  assert.deepEqual(parse({ status: 502 }).fields, []);
});

function fieldsIn(details: unknown): readonly unknown[] {
  return parse({ status: 422, body: errorBody("invalid_input", { details }) }).fields;
}
