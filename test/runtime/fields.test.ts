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

describe("libraries and APIs say field errors as", () => {
  const said: Readonly<
    Record<string, readonly [details: unknown, ...found: readonly [path: unknown[], message: string][]]>
  > = {
    "AJV does": [
      [{ instancePath: "/items/0/qty", schemaPath: "#/x", keyword: "type", params: {}, message: "must be number" }],
      [["items", "0", "qty"], "must be number"],
    ],
    "Zod does": [
      {
        name: "ZodError",
        issues: [{ code: "too_small", path: ["items", 0, { key: "qty" }], message: "is too small" }],
      },
      [["items", 0, "qty"], "is too small"],
    ],
    "Zod flattens them": [
      { formErrors: ["do not match"], fieldErrors: { email: ["is taken"] } },
      [[], "do not match"],
      [["email"], "is taken"],
    ],
    "Zod makes a tree of them": [
      {
        errors: ["Passwords differ"],
        properties: {
          name: { errors: ["Required", "Too short"] },
          tags: {
            errors: [],
            items: [null, { errors: ["Is no text"] }, { errors: [], properties: { at: { errors: ["Late"] } } }],
          },
        },
      },
      [[], "Passwords differ"],
      [["name"], "Required"],
      [["name"], "Too short"],
      [["tags", 1], "Is no text"],
      [["tags", 2, "at"], "Late"],
    ],
    "Zod formats them": [
      { _errors: ["do not match"], user: { _errors: [], email: { _errors: ["is taken"] } } },
      [[], "do not match"],
      [["user", "email"], "is taken"],
    ],
    "a map has items of its own": [
      {
        _errors: [{ code: "REQUIRED", message: "Say a type" }],
        name: { _errors: [{ code: "LONG", message: "Too long" }] },
      },
      [[], "Say a type"],
      [["name"], "Too long"],
    ],
    "class-validator does": [
      [
        { property: "email", constraints: { isEmail: "is no email", length: "is too short" } },
        { property: "home", children: [{ property: "zip", constraints: { isZip: "is no zip" }, children: [] }] },
      ],
      [["email"], "is no email"],
      [["email"], "is too short"],
      [["home", "zip"], "is no zip"],
    ],
    "FluentValidation does": [
      [{ PropertyName: "Email", ErrorMessage: "is empty", AttemptedValue: "", ErrorCode: "NotEmptyValidator" }],
      [["Email"], "is empty"],
    ],
    "Symfony does": [[{ propertyPath: "author.name", title: "is blank", code: "c105" }], [["author.name"], "is blank"]],
    "tsoa does": [{ "body.name": { message: "is too short", value: "x" } }, [["body.name"], "is too short"]],
    "Mongoose does": [
      { "home.zip": { name: "ValidatorError", message: "is missing", kind: "required", path: "home.zip" } },
      [["home.zip"], "is missing"],
    ],
    "Rails does": [
      { email: [{ error: "blank", message: "is blank" }, { error: "invalid" }] },
      [["email"], "is blank"],
      [["email"], "invalid"],
    ],
    "Django REST framework does": [
      { owner: { email: ["is taken"] }, items: [{}, { url: ["is no URL"] }] },
      [["owner", "email"], "is taken"],
      [["items", 1, "url"], "is no URL"],
    ],
    "the same does of a list": [
      [{}, { url: ["is no URL"] }],
      [[1, "url"], "is no URL"],
    ],
    "Kubernetes does": [
      { name: "pod", causes: [{ reason: "FieldValueRequired", message: "is required", field: "spec.containers" }] },
      [["spec.containers"], "is required"],
    ],
    "Google does": [
      [
        { "@type": "type.example/google.rpc.ErrorInfo", reason: "INVALID", domain: "acme.example" },
        {
          "@type": "type.example/google.rpc.BadRequest",
          fieldViolations: [{ field: "user.email", description: "is taken", reason: "TAKEN" }],
        },
      ],
      [["user.email"], "is taken"],
    ],
    "express-validator does, of alternatives": [
      [{ type: "alternative", msg: "none fits", nestedErrors: [[{ type: "field", path: "email", msg: "is taken" }]] }],
      [["email"], "is taken"],
    ],
    "Joi does, by the part of the request": [
      { body: [{ message: "is required", path: ["a", "b"], type: "any.required", context: { label: "a.b" } }] },
      [["body", "a", "b"], "is required"],
    ],
    "PayPal does": [
      [{ field: "/units/0/amount", issue: "MISSING", description: "is missing" }],
      [["units", "0", "amount"], "is missing"],
    ],
    "HubSpot does": [[{ message: "is taken", in: "email", code: "TAKEN", context: {} }], [["email"], "is taken"]],
    "JSON:API says it of a header": [[{ detail: "is odd", source: { header: "X-Age" } }], [["X-Age"], "is odd"]],
    "restrictions are said": [
      [{ fieldName: "name", restrictions: ["is short", "is odd"] }],
      [["name"], "is short"],
      [["name"], "is odd"],
    ],
    "a list of maps": [[{ first_name: ["is required"] }], [["first_name"], "is required"]],
    "a list of texts": [["email must be an email"], [[], "email must be an email"]],
    "a map of pointers": [{ "/user/email": ["is taken"] }, [["user", "email"], "is taken"]],
    "steps in a location": [[{ location: ["body", "x"], msg: "is odd" }], [["body", "x"], "is odd"]],
    "one item alone": [{ field: "email", message: "is taken", code: "taken" }, [["email"], "is taken"]],
  };
  for (const [name, [details, ...found]] of Object.entries(said))
    test(name, () => {
      assert.deepEqual(
        fieldsIn(details),
        found.map(([path, message]) => ({ path, message })),
      );
    });

  test("an item that names no field is none", () => {
    assert.deepEqual(fieldsIn([{ code: "taken", message: "is taken" }, { error: "is odd" }]), []);
  });
});

describe("what is read is bounded:", () => {
  test("by depth", () => {
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ a: inner }), ["is odd"]);
    assert.deepEqual(fieldsIn(deep), []);
  });

  test("by number", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, "is odd"]));
    assert.equal(fieldsIn(many).length, 1000);
  });

  test("by time, however often a value refers to itself", () => {
    const loop: Record<string, unknown> = {};
    for (const name of "abcdefghijklmnop") loop[name] = loop;
    loop.z = [loop, loop, loop, "is odd"];
    const start = Date.now();
    assert.ok(fieldsIn(loop).length <= 1000);
    assert.ok(Date.now() - start < 2000);
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
