import assert from "node:assert/strict";
import { test } from "node:test";
import { parsedBy } from "./parsed.js";

const text = { type: "string" };
const count = { type: "integer" };
const object = (properties: object, required = Object.keys(properties)) => ({ type: "object", required, properties });
const coded = (code: object, more: object = {}) => object({ code, message: text, ...more });
const json = (schema: object) => ({ "application/json": { schema } });
const shop = (operations: Readonly<Record<string, object>>, schemas: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: Object.fromEntries(
    Object.entries(operations).map(([path, answers]) => [
      path,
      {
        get: {
          responses: Object.fromEntries(
            Object.entries(answers).map(([status, content]) => [status, { description: "It failed", content }]),
          ),
        },
      },
    ]),
  ),
  components: { schemas },
});

test("one code whose bodies hold other details under other statuses and operations has the details of each", async (t) => {
  const document = shop({
    "/orders": {
      403: json(coded({ const: "limit" }, { plan: text })),
      429: json(coded({ const: "limit" }, { reset: count })),
    },
    "/items": { 409: json(coded({ enum: ["limit", "taken"] }, { owner: text })) },
  });
  const answers = [
    { status: 403, body: { code: "limit", message: "No", plan: "small" } },
    { status: 429, body: { code: "limit", message: "No", reset: 4 } },
    { status: 409, body: { code: "limit", message: "No", owner: "you" } },
    { status: 409, body: { code: "taken", message: "No", owner: "you" } },
  ];
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ code, deviations }) => [code, deviations]),
    [
      ["limit", []],
      ["limit", []],
      ["limit", []],
      ["taken", []],
    ],
  );
  const [wrong] = await parsedBy(t, document, [{ status: 403, body: { code: "limit", message: "No", plan: 7 } }]);
  assert.equal(wrong?.deviations.length, 1);
});

test("a member that is only written is due in no answer", async (t) => {
  const user = { allOf: [{ $ref: "#/components/schemas/Named" }, { required: ["id", "password"] }] };
  const named = object({ id: text, password: { $ref: "#/components/schemas/Password" } }, []);
  const schemas = { User: user, Named: named, Password: { type: "string", writeOnly: true } };
  const document = shop(
    { "/users": { 409: json(coded({ const: "taken" }, { user: { $ref: "#/components/schemas/User" }, at: text })) } },
    schemas,
  );
  const [whole, wrong] = await parsedBy(t, document, [
    { status: 409, body: { code: "taken", message: "No", user: { id: "1" }, at: "now" } },
    { status: 409, body: { code: "taken", message: "No", user: {}, at: "now" } },
  ]);
  assert.deepEqual(whole?.deviations, []);
  assert.equal(wrong?.deviations.length, 1);
});

test("a text of a type that its status declares beside JSON departs from nothing", async (t) => {
  const document = shop({
    "/orders": { 409: { ...json(coded({ const: "taken" })), "text/Plain; charset=utf-8": { schema: text } } },
  });
  const answer = (type: string, body = "It is busy", status = 409) => ({
    status,
    headers: { "Content-Type": type },
    body,
  });
  const parsed = await parsedBy(t, document, [
    answer("text/plain"),
    answer("Text/plain;charset=ascii"),
    answer("text/html", "<p>It is busy"),
    answer("text/plain", "It is busy", 502),
    answer("application/json", '{"message":"It is busy"}'),
  ]);
  assert.deepEqual(
    parsed.map(({ code, message, deviations }) => [code, message, deviations.length]),
    [
      ["http_409", "It is busy", 0],
      ["http_409", "It is busy", 0],
      ["http_409", "HTTP 409", 1],
      ["http_502", "It is busy", 1],
      ["http_409", "It is busy", 1],
    ],
  );
});

test("a bare text is the body where JSON is declared to be one, and nowhere else", async (t) => {
  const document = shop({
    "/orders": {
      400: json(text),
      404: json({ oneOf: [text, coded({ const: "gone" })] }),
      409: json(coded({ const: "taken" })),
    },
  });
  const headers = { "content-type": "application/json; charset=utf-8" };
  const answers = [400, 404, 409].map((status) => ({ status, headers, body: '"It failed"' }));
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ message, deviations }) => [message, deviations.length]),
    [
      ["It failed", 0],
      ["It failed", 0],
      ["It failed", 1],
    ],
  );
});

test("field errors of a body that is nothing else: a list, and a map that leads to further fields", async (t) => {
  const list = (items: object) => ({ type: "array", items });
  const document = shop({
    "/orders": {
      422: json(list(object({ dataPath: text, keyword: text, params: { type: "object" }, message: text }))),
      400: json(object({ name: list(text), ship: object({ zip: list(text) }), non_field_errors: list(text) }, [])),
    },
  });
  const items = [{ dataPath: "/name", keyword: "type", params: { type: "string" }, message: "should be a text" }];
  const answers = [
    { status: 422, body: items },
    { status: 400, body: { name: ["is due"], ship: { zip: ["is wrong"] } } },
  ];
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ fields, deviations }) => [fields, deviations]),
    [
      [[{ path: ["name"], message: "should be a text" }], []],
      [
        [
          { path: ["name"], message: "is due" },
          { path: ["ship", "zip"], message: "is wrong" },
        ],
        [],
      ],
    ],
  );
});

test("lists whose first items are told apart, and members by patterns, are held to what is declared of each", async (t) => {
  const details = {
    type: "object",
    properties: { range: { type: "array", prefixItems: [true, count, text], items: { type: "boolean" } } },
    patternProperties: { "^x-": count },
    additionalProperties: text,
  };
  const document = shop({ "/orders": { 400: json(coded({ const: "bad_range" }, { details })) } });
  const bodies = [
    { range: ["", 1, "a", true], "x-a": 1, b: "c" },
    { range: ["", 1, 2] },
    { range: ["", 1] },
    { "x-a": true },
  ];
  const answers = bodies.map((one) => ({ status: 400, body: { code: "bad_range", message: "No", details: one } }));
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ deviations }) => deviations.map((each) => Object.values(each)[0])),
    [[], ["/details/range/2"], ["/details/range/2"], ["/details/x-a"]],
  );
});

test("what the answer of a status may be beside the envelopes departs from nothing: a list, anything, an error that is null", async (t) => {
  const document = shop({
    "/orders": {
      400: json({ type: "object", additionalProperties: {} }),
      404: json(coded({ const: "gone" })),
      409: json({ oneOf: [{ type: "array", items: text }, coded({ const: "taken" })] }),
    },
  });
  const answers = [
    { status: 400, body: { anything: 1 } },
    { status: 400, body: ["a list"] },
    { status: 404, body: { anything: 1 } },
    { status: 409, body: ["It is taken"] },
    { status: 409, body: { code: "taken", message: "It is taken" } },
    { status: 409, body: { anything: 1 } },
  ];
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ code, deviations }) => [code, deviations.length]),
    [
      ["http_400", 0],
      ["http_400", 1],
      ["http_404", 1],
      ["http_409", 0],
      ["taken", 0],
      ["http_409", 1],
    ],
  );

  const error = { oneOf: [{ type: "null" }, coded(text)] };
  const nullable = shop({ "/orders": { default: json(object({ done: { type: "boolean" }, error })) } });
  const parsedNull = await parsedBy(t, nullable, [
    { status: 500, body: { done: false, error: null } },
    { status: 500, body: { done: false } },
  ]);
  assert.deepEqual(
    parsedNull.map(({ code, deviations }) => [code, deviations.length]),
    [
      ["http_500", 0],
      ["http_500", 1],
    ],
  );
});

test("details that no schema describes come as they are, of a listed code as of another", async (t) => {
  const shown = (body: object) => ({ "application/json": { example: body } });
  const open = { type: "object", properties: { code: { type: "string", enum: ["late"] }, message: text } };
  const document = shop({
    "/orders": {
      400: shown({ code: "bad_order", message: "It is bad", causes: [{ summary: "is due" }] }),
      404: shown({ code: "gone", message: "It is gone" }),
      410: { "application/json": { schema: open, example: { code: "late", message: "Too late", since: 7 } } },
    },
  });
  const causes = [{ summary: "is wrong" }];
  const answers = [
    { status: 400, body: { code: "bad_order", message: "It is bad", causes } },
    { status: 404, body: { code: "gone", message: "It is gone", causes } },
    { status: 404, body: { code: "gone", message: "It is gone" } },
    { status: 410, body: { code: "late", message: "Too late", since: "a day" } },
    { status: 400, body: { code: "another", message: "Another", causes } },
  ];
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ code, details, deviations }) => [code, details ?? null, deviations]),
    [
      ["bad_order", { causes }, []],
      ["gone", { causes }, []],
      ["gone", null, []],
      ["late", { since: "a day" }, []],
      ["another", { causes }, []],
    ],
  );
});

test("field errors of problem details stand where RFC 9457 shows them, where a document declares none", async (t) => {
  const problem = object({ type: text, title: text, status: count, detail: text }, ["type", "title"]);
  const document = shop({ "/orders": { 400: { "application/problem+json": { schema: problem } } } });
  const body = { type: "about:blank", title: "Bad request", errors: { Name: ["is due"] } };
  const listed = { type: "about:blank", title: "Bad request", errors: [{ detail: "is due", pointer: "#/name" }] };
  const answers = [
    { status: 400, headers: { "Content-Type": "application/problem+json; charset=utf-8" }, body },
    { status: 400, headers: { "Content-Type": "Application/Problem+JSON" }, body: listed },
    { status: 400, headers: { "Content-Type": "application/json" }, body },
  ];
  const parsed = await parsedBy(t, document, answers);
  assert.deepEqual(
    parsed.map(({ fields }) => fields),
    [[{ path: ["Name"], message: "is due" }], [{ path: ["name"], message: "is due" }], []],
  );
});

test("what may be anything in the place of a text is a text in one answer and field errors in another", async (t) => {
  const anything = { title: "Detail" };
  const document = shop({
    "/orders": {
      404: { "application/json": { schema: object({ detail: text }) } },
      422: { "application/json": { schema: object({ detail: anything }) } },
    },
    "/carts": { 400: { "application/json": { schema: object({ message: {} }) } } },
  });
  const list = [{ loc: ["body", "name"], msg: "is due" }];
  const parsed = await parsedBy(t, document, [
    { status: 404, body: { detail: "There is none" } },
    { status: 422, body: { detail: "It is bad" } },
    { status: 422, body: { detail: list } },
    { status: 422, body: { detail: { name: ["is due"] } } },
    { status: 400, body: { message: { name: ["is due"] } } },
    { status: 400, body: { message: "It is bad" } },
  ]);
  const field = (path: readonly string[]) => [{ path, message: "is due" }];
  assert.deepEqual(
    parsed.map(({ message, fields, deviations }) => [message, fields, deviations]),
    [
      ["There is none", [], []],
      ["It is bad", [], []],
      ["body.name: is due", field(["body", "name"]), []],
      ["name: is due", field(["name"]), []],
      ["name: is due", field(["name"]), []],
      ["It is bad", [], []],
    ],
  );
});

test("a body that only an example shows is read beside the one that the schema declares", async (t) => {
  const schema = object({ error: object({ name: text, details: text }) });
  const example = { name: "NoSuchOrder", details: "There is none" };
  const document = shop({ "/orders": { 404: { "application/json": { schema, example } } } });
  const parsed = await parsedBy(t, document, [
    { status: 404, body: example },
    { status: 404, body: { error: { name: "NoSuchItem", details: "There is none either" } } },
  ]);
  assert.deepEqual(
    parsed.map(({ code, message, deviations }) => [code, message, deviations]),
    [
      ["NoSuchOrder", "There is none", []],
      ["NoSuchItem", "There is none either", []],
    ],
  );
});
