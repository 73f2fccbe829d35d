import type { ParserContract } from "../../generator/runtime/index.js";
import { fieldReadings } from "./field-readings.js";
import { nameReadings } from "./name-readings.js";
import { openReadings } from "./open-readings.js";
import type { Reading } from "./reading.js";
import { wholeReadings } from "./whole-readings.js";

const envelope = { code: "/code", message: "/message", details: "/details" };
const rule = { statuses: ["404"], category: "not_found", retry: "never" } as const;
const gone = (details: object) => ({ errors: { gone: { ...rule, details } } });
const body = (more: object = {}) => ({ code: "gone", message: "m", ...more });
const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
const wants = (pointer: string, expected: string, found: string) => ({ pointer, expected, found });

const statuses: readonly Reading[] = [
  { name: "a listed code", body: body(), expect: { code: "gone", listed: true, closest: "gone", deviations: [] } },
  {
    name: "a list where a map is meant",
    contract: { envelopes: [{ code: "/code", message: "/texts/{}" }] },
    body: { code: "gone", texts: ["m"] },
    expect: { code: "gone", message: "HTTP 404" },
  },
  {
    name: "a listed code on a status of another",
    status: 500,
    body: body(),
    expect: { code: "gone", deviations: [wants("", "status 404", "status 500")] },
  },
  {
    name: "a listed code on a status that is none of several",
    contract: { errors: { gone: { ...rule, statuses: ["404", "5XX"] } } },
    status: 410,
    body: body(),
    expect: { deviations: [wants("", "status 404 or 5XX", "status 410")] },
  },
  ...["5XX", "default"].map(
    (key): Reading => ({
      name: `a listed code whose statuses hold that of the answer by ${key}`,
      contract: { errors: { gone: { ...rule, statuses: ["404", key] } } },
      status: 503,
      body: body(),
      expect: { listed: true, deviations: [] },
    }),
  ),
  {
    name: "a listed code that no answer of the document tells of",
    contract: { errors: { gone: { ...rule, statuses: [] } } },
    status: 500,
    body: body(),
    expect: { listed: true, deviations: [] },
  },
];

/** As recordings and loggers have it. */
const recorded = (status: string, expected: number): Reading => ({
  name: `a status that is the text ${JSON.stringify(status)}`,
  status: status as unknown as number,
  expect: { status: expected, code: `http_${expected}` },
});

const inText = [
  recorded("404", 404),
  recorded("999", 999),
  ...["099", "4040", "404 ", "4e2", "", "٤٠٤"].map((text) => recorded(text, 0)),
];

const withId = { contract: { envelopes: [{ ...envelope, requestId: "/id" }] } };
const ids: readonly Reading[] = [
  {
    name: "a request id",
    ...withId,
    headers: { "x-request-id": "h" },
    body: body({ id: "b" }),
    expect: { requestId: "b" },
  },
  {
    name: "one that is 0",
    ...withId,
    headers: { "x-request-id": "h" },
    body: body({ id: 0 }),
    expect: { requestId: "0" },
  },
  {
    name: "one that is empty",
    ...withId,
    headers: { "x-request-id": "h" },
    body: body({ id: "" }),
    expect: { requestId: "h" },
  },
  {
    name: "one that is empty everywhere",
    ...withId,
    headers: { "x-request-id": "" },
    body: body({ id: "" }),
    expect: { requestId: undefined },
  },
];

const noEnvelope = { contract: { envelopes: [] } };
const lists: readonly Reading[] = [
  {
    name: "a list of texts where codes stand in items of that list",
    contract: { envelopes: [{ code: "/errors/*/code" }] },
    body: { errors: ["It is gone."] },
    expect: { message: "It is gone." },
  },
  {
    name: "what holds the code is a text, which is no message before another",
    contract: { envelopes: [{ code: "/error/code" }] },
    body: { error: "gone", message: "It is gone." },
    expect: { message: "It is gone." },
  },
  { name: "a body that is a list of texts", ...noEnvelope, body: ["a", "b"], expect: { message: "a" } },
  {
    name: "a body that is a list of objects",
    ...noEnvelope,
    body: [{ code: "x", message: "a" }],
    expect: { message: "a" },
  },
  {
    name: "a body that is a list which begins with an empty text",
    ...noEnvelope,
    body: ["", "b"],
    expect: { message: "HTTP 404" },
  },
  { name: "a body that is an empty list", ...noEnvelope, body: [], expect: { message: "HTTP 404" } },
  {
    name: "a body that holds a list before one",
    ...noEnvelope,
    body: { details: ["a"], "*": "b" },
    expect: { message: "a" },
  },
];

const blank: readonly Reading[] = [
  { name: "a message of spaces", body: body({ message: " \u00a0\n" }), expect: { message: "HTTP 404" } },
  { name: "one before another", body: { code: "gone", message: " ", detail: "a" }, expect: { message: "a" } },
  { name: "one in a list", body: body({ message: ["\t", "a"] }), expect: { message: "a" } },
  { name: "one in a list of its own", ...noEnvelope, body: ["\ufeff "], expect: { message: "HTTP 404" } },
];

/** JSON that was cut off says nothing to people; a text in brackets or braces does. */
const unread: readonly Reading[] = Object.entries({
  '{"error":{"code":"gone","mess': "HTTP 404",
  " {": "HTTP 404",
  "{}}": "HTTP 404",
  '[ {"code"': "HTTP 404",
  '["a text': "HTTP 404",
  "[": "HTTP 404",
  "[12:00] down": "[12:00] down",
  "[error] down": "[error] down",
  "{name} is missing": "{name} is missing",
}).map(([body, message]) => ({ name: `a body that is no JSON: ${body}`, body, expect: { message } }));

const services: readonly Reading[] = [
  {
    name: "a code with the name of its service",
    body: body({ code: "com.acme#gone" }),
    expect: { code: "gone", listed: true },
  },
  {
    name: "a code with the name of its service, and an address behind it",
    body: body({ code: "com.acme#gone:http://acme.example/" }),
    expect: { code: "gone", listed: true, deviations: [] },
  },
  { name: "a code that is listed behind a colon only", body: body({ code: "gone:now" }), expect: { code: "gone:now" } },
  {
    name: "a code that nobody lists, with a name",
    body: body({ code: "a#b" }),
    expect: { code: "a#b", listed: false },
  },
  {
    name: "a page about all errors",
    body: body({ code: "https://acme.example/docs/Errors/" }),
    expect: { code: "http_404", deviations: [] },
  },
  {
    name: "a page about one of them",
    body: body({ code: "https://acme.example/errors/gone" }),
    expect: { code: "https://acme.example/errors/gone" },
  },
  {
    name: "a text beside the code, in a list of any name, where the message is elsewhere",
    contract: { envelopes: [{ code: "/issue/*/code", message: "/issue/*/text" }] },
    body: { issue: [{ code: "gone", diagnostics: "It is gone." }] },
    expect: { code: "gone", message: "It is gone." },
  },
];

const envelopes: readonly Reading[] = [
  {
    name: "a delay among the items of a list, the first of which says none",
    contract: { envelopes: [{ code: "/code", delay: "/waits/*" }] },
    body: { code: "gone", waits: ["soon", 30] },
    expect: { retryAfter: 30 },
  },
  {
    name: "a reason phrase where nothing else is said",
    contract: { envelopes: [{ code: "/code" }] },
    status: 404,
    body: { code: "gone", message: "Not Found" },
    expect: { code: "gone", message: "Not Found" },
  },
  {
    name: "a reason phrase at a place that is not the first",
    contract: { envelopes: [{ code: "/code" }] },
    status: 404,
    body: { code: "gone", title: "Not Found" },
    expect: { message: "Not Found" },
  },
  {
    name: "a message of another type where none is declared",
    body: body({ message: true }),
    expect: { deviations: [wants("/message", "string", "boolean true")] },
  },
  {
    name: "a list, which has no members that could be required",
    contract: gone({ required: ["a"], items: { type: "string" } }),
    body: body({ details: ["x"] }),
    expect: { details: ["x"], deviations: [] },
  },
  {
    name: "a header that names another, and is not `Connection`",
    headers: { vary: "retry-after", "retry-after": "3" },
    body: body(),
    expect: { retryAfter: 3, headers: { vary: "retry-after", "retry-after": "3" } },
  },
  {
    name: "a delay that is an item of a list",
    contract: { envelopes: [{ ...envelope, delay: "/waits/*" }] },
    body: body({ waits: [7] }),
    expect: { retryAfter: 7 },
  },
  {
    name: "members that are called as the marks of a pointer are",
    contract: gone({ type: "object", properties: { "/": { type: "string" }, "~": { type: "string" } } }),
    body: body({ details: { "/": 1, "~": 2 } }),
    expect: {
      deviations: [wants("/details/~1", "string", "number 1"), wants("/details/~0", "string", "number 2")],
    },
  },
  {
    name: "a body where the contract has no envelope",
    contract: { envelopes: [] },
    body: { any: 1 },
    expect: { code: "http_404", message: "HTTP 404", deviations: [] },
  },
  {
    name: "a body that is none of the envelope",
    body: [1],
    expect: { code: "http_404", deviations: [wants("", "an error body", "an array")] },
  },
  {
    name: "a message of another type, which numbers count for",
    contract: { envelopes: [{ ...envelope, messageType: ["array", "object"] }] },
    body: body({ message: 7 }),
    expect: { deviations: [] },
  },
  {
    name: "a message of no declared type",
    contract: { envelopes: [{ ...envelope, messageType: ["array", "object"] }] },
    body: body({ message: true }),
    expect: { message: "HTTP 404", deviations: [wants("/message", "array or object or number", "boolean true")] },
  },
  {
    name: "a literal that is another",
    contract: { envelopes: [{ ...envelope, literals: { "/ok": false } }] },
    body: body({ ok: true }),
    expect: { code: "gone", deviations: [wants("/ok", "false", "boolean true")] },
  },
  {
    name: "a code in a header, with what stands around it, and no body",
    contract: { envelopes: [{ ...envelope, codeHeader: "X-Code" }] },
    headers: { "x-code": " com.acme#gone:http://acme.example/ " },
    expect: { code: "gone", deviations: [] },
  },
  {
    name: "a code in a header that is not listed without what stands around it",
    contract: { envelopes: [{ ...envelope, codeHeader: "X-Code" }] },
    headers: { "x-code": "com.acme#other:http://acme.example/" },
    expect: { code: "com.acme#other:http://acme.example/", listed: false },
  },
  {
    name: "a code in a header that wants details, and a body that is none of the envelope",
    contract: { envelopes: [{ ...envelope, codeHeader: "X-Code" }], ...gone({ type: "object", required: ["a"] }) },
    headers: { "x-code": "gone" },
    body: [1],
    expect: {
      code: "gone",
      details: undefined,
      deviations: [wants("", "an error body", "an array"), wants("", "object", "nothing")],
    },
  },
  {
    name: "a code that nothing is close to, where one is called `undefined`",
    contract: { errors: { undefined: { ...rule, category: "conflict" } } },
    status: 418,
    body: body({ code: "news" }),
    expect: { closest: undefined, category: "request" },
  },
];

const literal = (message: string, isOk: boolean) => ({ ...envelope, message, literals: { "/ok": isOk } });
const inHeader = (text: string, code: string, ...listed: readonly string[]): Reading => ({
  name: `the header ${text}`,
  contract: {
    envelopes: [{ ...envelope, codeHeader: "X-Code" }],
    errors: Object.fromEntries(["gone", ...listed].map((each) => [each, rule])),
  },
  headers: { "x-code": text },
  expect: { code, listed: code.endsWith("gone") },
});
const below = (name: string, places: object, answer: unknown, expect: Reading["expect"]): Reading => ({
  name,
  contract: { envelopes: [{ ...envelope, ...places }] },
  body: answer,
  expect,
});

const places: readonly Reading[] = [
  inHeader(" other ", "other"),
  inHeader("a#b#gone", "gone"),
  inHeader("a#gone:b#c", "gone"),
  inHeader("a#gone", "a#gone", "a#gone"),
  inHeader("other#b", "other#b"),
  ...["gone", "404"].map((code) => ({
    name: `two envelopes for ${code}, of which one has other literals`,
    contract: { envelopes: [literal("/first", false), literal("/second", true)] },
    body: { code, ok: true, first: "1", second: "2" },
    expect: { message: "2", code: code === "404" ? "http_404" : code },
  })),
  below(
    "a code that stands in the details",
    { code: "/details/code" },
    { message: "m", details: { code: "new", x: 1 } },
    {
      code: "new",
      details: { x: 1 },
    },
  ),
  below(
    "a code below a member of the details",
    { code: "/details/error/code" },
    { message: "m", details: { error: { code: "new", y: 2 }, errors: 3, x: 1 } },
    { code: "new", details: { errors: 3, x: 1 } },
  ),
  below(
    "details that hold nothing but the code",
    { code: "/details/code" },
    { message: "m", details: { code: "new" } },
    { code: "new", details: undefined },
  ),
  below(
    "details that are the item which holds the code",
    { code: "/errors/*/code", message: "/errors/*/message", details: "/errors/*" },
    { errors: [{ code: "new", message: "m", x: 1 }, { x: 2 }] },
    { code: "new", message: "m", details: { x: 1 } },
  ),
  below(
    "the first item of a list that states a code, with what it says beside that",
    { code: "/errors/*/code", message: "/errors/*/message", details: "/errors/*", requestId: "/errors/*/id" },
    {
      errors: [
        { message: "Not this one", id: "i0", x: 0 },
        { code: null, x: 1 },
        { code: "new", message: "m", id: "i2", x: 2 },
        { code: "other", message: "n", x: 3 },
      ],
    },
    { code: "new", message: "m", requestId: "i2", details: { x: 2 } },
  ),
  below(
    "a code in an item of an item, and the text of the one around it",
    { code: "/errors/*/issues/*/code", message: "/errors/*/message" },
    {
      errors: [
        { message: "m0", issues: [{}] },
        { message: "m1", issues: [{ x: 1 }, { code: 7 }] },
      ],
    },
    { code: "7", message: "m1" },
  ),
  below(
    "details that are the list of which an item holds the code",
    { code: "/errors/*/code", message: "/errors/*/message", details: "/errors" },
    { errors: [{ code: "new", message: "m" }] },
    { code: "new", details: [{ code: "new", message: "m" }] },
  ),
  below(
    "fields that are the whole body, without what has another place",
    { fields: "", requestId: "/id", delay: "/wait" },
    { code: "gone", message: "m", id: "i", wait: "3", name: ["is taken", "is long"], age: "is low" },
    {
      requestId: "i",
      retryAfter: 3,
      fields: [
        { path: ["name"], message: "is taken" },
        { path: ["name"], message: "is long" },
        { path: ["age"], message: "is low" },
      ],
    },
  ),
  below(
    "maps of fields in a list",
    { fields: "/errors" },
    { ...body(), errors: [{ name: ["is taken"] }, { age: "is low" }, { a: "x", b: "y" }] },
    {
      fields: [
        { path: ["name"], message: "is taken" },
        { path: ["age"], message: "is low" },
      ],
    },
  ),
];

const steps = (count: number) => Array.from({ length: count }, (_, index) => index);
const says = (name: string, errors: unknown, ...found: readonly (readonly (string | number)[])[]) =>
  below(
    `field errors: ${name}`,
    { fields: "/errors" },
    { ...body(), errors },
    {
      fields: found.map((path) => ({ path, message: "is bad" })),
    },
  );

const fields: readonly Reading[] = [
  says(
    "children below one that says nothing",
    [{ property: "a", children: [{ property: "b", constraints: { x: "is bad" } }] }],
    ["a", "b"],
  ),
  says(
    "a member that is null is as good as none",
    [{ field: null, path: "a", message: null, detail: "is bad" }],
    ["a"],
  ),
  says("the first of two members of one name", [{ field: "a", Field: "b", message: "is bad" }], ["a"]),
  says("a source that points to the field", [{ source: { pointer: "/data/a" }, detail: "is bad" }], ["data", "a"]),
  says("a source that is a word", [{ source: "x", field: "a", message: "is bad" }], ["a"]),
  says("a path of as many steps as are looked at", [{ path: steps(64), message: "is bad" }], steps(64)),
  says("a path of more steps, which is none", [{ path: steps(65), message: "is bad" }]),
  says("steps that are objects with a key", [{ path: ["a", { key: 0 }], message: "is bad" }], ["a", 0]),
  says("nothing", []),
  ...[{ error: { x: 1 } }, { error: {} }].map((each) =>
    below(
      `an optional code that is not in ${JSON.stringify(each)}`,
      { code: "/error/code", codeOptional: true, message: "/error/message" },
      each,
      { code: "http_404", deviations: [] },
    ),
  ),
  ...[{ x: 1 }, { error: "x" }].map((each) =>
    below(
      `an optional code that has no place in ${JSON.stringify(each)}`,
      { code: "/error/code", codeOptional: true, message: "/error/message" },
      each,
      { code: "http_404", deviations: [wants("", "an error body", "an object")] },
    ),
  ),
  ...[{}, [], "x", { x: 1 }, [1]].map(
    (errors): Reading => ({
      name: `errors without a code: ${JSON.stringify(errors)}`,
      contract: { envelopes: [{ fields: "/errors" }] },
      body: { errors },
      expect: {
        deviations:
          typeof errors === "object" && Object.keys(errors).length > 0 ? [] : [wants("", "an error body", "an object")],
      },
    }),
  ),
];

const many = (text: string) => text.repeat(70);
const texts = [many("["), many("{"), `"${many("[")}`, `\\"${many("[")}`, `\\\\${many("]")}`, "]]"];
const nested = (depth: number, inner = "1") => `${'{"a":['.repeat(depth / 2)}${inner}${"]}".repeat(depth / 2)}`;
const isText = { code: "http_404", listed: false };

const texted: readonly Reading[] = [
  ...texts.map((message) => ({
    name: `JSON text whose texts hold brackets and quotes: ${message.slice(0, 5)}`,
    body: JSON.stringify(body({ message })),
    expect: { code: "gone", message },
  })),
  ...[0, 1, 70].map((count) => ({
    name: `JSON text of ${count} lists beside each other`,
    body: JSON.stringify(body({ details: Array.from({ length: count }, () => [{}]) })),
    expect: { code: "gone" },
  })),
  { name: "JSON text as deep as it may be", body: nested(64), expect: { body: JSON.parse(nested(64)) } },
  { name: "JSON text that is deeper", body: nested(64, "[]"), expect: { ...isText, body: nested(64, "[]") } },
  { name: "JSON text that is deeper behind a text", body: `["\\"", ${nested(64)}]`, expect: isText },
  { name: "JSON text that is deeper before its end", body: `[${nested(64)}, {}]`, expect: isText },
  { name: "text of open brackets", body: many("["), expect: { ...isText, message: "HTTP 404" } },
];

const details: readonly Reading[] = [
  {
    name: "details that are nested as deeply as they may be",
    contract: gone({}),
    body: body({ details: deep(64) }),
    expect: { details: deep(64), deviations: [] },
  },
  {
    name: "details that are nested too deeply",
    contract: gone({ optional: true }),
    body: body({ details: deep(65) }),
    expect: { deviations: [wants("/details", "JSON, not nested deeply", "an object")] },
  },
  {
    name: "members of other types, of other values, and more than are declared",
    contract: gone({
      type: "object",
      properties: {
        kind: { enum: ["a", "b"] },
        count: { type: "integer" },
        text: { type: ["string", "null"] },
        "a/b~c": { type: "string" },
      },
      additionalProperties: { type: "number" },
    }),
    body: body({ details: { kind: "c", count: 1.5, text: 7, "a/b~c": [], more: 1, other: "x" } }),
    expect: {
      details: { more: 1 },
      deviations: [
        wants("/details/kind", '"a" or "b"', 'string "c"'),
        wants("/details/count", "integer", "number 1.5"),
        wants("/details/text", "string or null", "number 7"),
        wants("/details/a~1b~0c", "string", "an array"),
        wants("/details/other", "number", 'string "x"'),
      ],
    },
  },
  {
    name: "a required member that is not there, of any value or of one type",
    contract: gone({ type: "object", required: ["any", "text"], properties: { text: { type: "string" } } }),
    body: body({ details: { more: null } }),
    expect: { deviations: [wants("/details/any", "a value", "nothing"), wants("/details/text", "string", "nothing")] },
  },
  {
    name: "an item of another type, which leaves no list",
    contract: gone({ type: "object", properties: { ids: { type: "array", items: { type: "integer" } }, b: {} } }),
    body: body({ details: { ids: [1, "2", 3], b: true } }),
    expect: { details: { b: true }, deviations: [wants("/details/ids/1", "integer", 'string "2"')] },
  },
  {
    name: "a value that is none of several shapes",
    contract: gone({ anyOf: [{ type: "string" }, { type: "object", required: ["id"] }] }),
    body: body({ details: { other: 1 } }),
    expect: { deviations: [wants("/details", "one of the declared shapes", "an object")] },
  },
  {
    name: "a value that is the second of several shapes",
    contract: gone({ anyOf: [{ type: "string" }, { type: "object", required: ["id"] }] }),
    body: body({ details: { id: 1 } }),
    expect: { details: { id: 1 }, deviations: [] },
  },
  {
    name: "details that may be missing, and are",
    contract: gone({ type: "object", optional: true }),
    body: body(),
    expect: { deviations: [] },
  },
  {
    name: "details of an unlisted code, as far as the status declares them: the shape that fits best",
    contract: {
      errors: {
        http_404: {
          ...rule,
          details: {
            anyOf: [
              { type: "object", properties: { id: { type: "integer" }, n: { type: "integer" } }, required: ["x"] },
              { type: "object", properties: { id: { type: "string" }, n: { type: "integer" } } },
              { type: "string" },
            ],
          },
        },
      },
    },
    body: { code: "new", details: { id: "7", n: "7", more: true } },
    expect: { code: "new", listed: false, closest: "http_404", details: { id: "7", more: true }, deviations: [] },
  },
  {
    name: "details of an unlisted code that no shape of the status fits",
    contract: { errors: { http_404: { ...rule, details: { type: "string" } } } },
    body: { code: "new", details: { id: 7 } },
    expect: { code: "new", details: undefined, deviations: [] },
  },
];

const waits = (value: unknown, retryAfter: number | undefined, delay = "/wait"): Reading => ({
  name: `a wait in a body: ${JSON.stringify(value)} at ${delay}`,
  contract: { envelopes: [{ ...envelope, delay }] },
  body: body({ [delay.slice(1)]: value }),
  expect: { retryAfter },
});
const info = (type: unknown, retryAfter: number | undefined): Reading => ({
  name: `a wait in details of the type ${type}`,
  body: body({ details: [null, 7, { retryDelay: "3s" }, { "@type": type, retryDelay: "9s" }] }),
  expect: { retryAfter },
});

const delays: readonly Reading[] = [
  ...["/wait_ms", "/waitMillis", "/wait_milliseconds", "/wait-millis", "/waitMillisSoFar", "/MS", "/params"].map((at) =>
    waits(2500, /wait_ms|illis$|seconds$/.test(at) ? 2.5 : 2500, at),
  ),
  ...[waits(0, 0), waits(1.5, 1.5), waits(-1, undefined), waits(true, undefined), waits(null, undefined)],
  ...[
    waits({}, undefined),
    waits([7], undefined),
    waits(" 7 ", 7),
    waits(2500, 2.5, "/wait_ms"),
    waits(0, 0, "/waitMs"),
  ],
  ...[
    info("type.googleapis.com/google.rpc.RetryInfo", 9),
    info("google.rpc.RetryInfo/x", undefined),
    info(7, undefined),
  ],
  {
    name: "a wait in a header of the contract, under a name of any case, with spaces, before that of the body",
    contract: {
      envelopes: [{ ...envelope, delay: "/wait" }],
      delayHeaders: [
        { name: "X-Not-There", unit: "seconds" },
        { name: "X-Wait", unit: "milliseconds" },
      ],
    },
    headers: { "x-wait": " 2500 " },
    body: body({ wait: 9 }),
    expect: { retryAfter: 2.5 },
  },
  {
    name: "a header that says when a limit is renewed, which is no wait of every error",
    contract: { delayHeaders: [{ name: "X-RateLimit-Reset", unit: "seconds" }] },
    headers: { "x-ratelimit-reset": "30" },
    body: body(),
    expect: { retryAfter: undefined },
  },
  {
    name: "the same where the service is not there",
    contract: { delayHeaders: [{ name: "X-RateLimit-Reset", unit: "seconds" }] },
    status: 503,
    headers: { "x-ratelimit-reset": "30" },
    body: { code: "new" },
    expect: { retryAfter: 30, category: "unavailable" },
  },
];

export const readings: readonly Reading[] = [
  ...statuses,
  ...inText,
  ...ids,
  ...lists,
  ...blank,
  ...unread,
  ...services,
  ...envelopes,
  ...places,
  ...fields,
  ...texted,
  ...details,
  ...delays,
  ...fieldReadings,
  ...openReadings,
  ...nameReadings,
  ...wholeReadings,
];

/** The contract of a reading, as a whole. */
export function contractOf({ contract }: Reading): ParserContract {
  return {
    api: "sample",
    name: "SampleError",
    envelopes: [envelope],
    errors: { gone: rule },
    operations: {},
    ...contract,
  };
}
