import assert from "node:assert/strict";
import { test } from "node:test";
import { type ParsedAnswer, parsedBy, shopWith } from "./parsed.js";

const text = { type: "string" };
const texts = { type: "array", items: text };
const object = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)) => ({
  type: "object",
  required,
  properties,
});
const list = (properties: Readonly<Record<string, object>>) => ({ type: "array", items: object(properties) });

interface Kind {
  readonly schema: object;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly declares?: Readonly<Record<string, object>>;
  readonly expect: Partial<ParsedAnswer>;
}

const kinds: Readonly<Record<string, Kind>> = {
  "a message that may be a text or a list of texts": {
    schema: object({ statusCode: { type: "number" }, message: { oneOf: [text, texts] }, error: text }),
    body: { statusCode: 422, message: ["name is short", "age is odd"], error: "Unprocessable Entity" },
    expect: { code: "http_422", message: "name is short" },
  },
  "a message that is a list of texts": {
    schema: object({ error: text, message: texts }),
    body: { error: "Unprocessable Entity", message: ["name is short"] },
    expect: { code: "http_422", message: "name is short" },
  },
  "a message below data": {
    schema: object({ name: { enum: ["NoSpaceError"] }, data: object({ message: text, id: text }) }),
    body: { name: "NoSpaceError", data: { message: "No space", id: "7" } },
    expect: { code: "NoSpaceError", message: "No space" },
  },
  "a message beside its language": {
    schema: object({ error: object({ code: { enum: ["taken"] }, message: object({ lang: text, value: text }) }) }),
    body: { error: { code: "taken", message: { lang: "en", value: "It is taken" } } },
    expect: { code: "taken", message: "It is taken" },
  },
  "field errors and nothing else": {
    schema: object({ detail: list({ loc: texts, msg: text }) }),
    body: { detail: [{ loc: ["body", "name"], msg: "is required" }] },
    expect: { message: "body.name: is required", fields: [{ path: ["body", "name"], message: "is required" }] },
  },
  "an error that names the one field that it is about": {
    schema: object({ error: object({ code: { enum: ["taken"] }, message: text, param: text }) }),
    body: { error: { code: "taken", message: "It is taken", param: "email" } },
    expect: {
      message: "It is taken",
      fields: [{ path: ["email"], message: "It is taken" }],
    },
  },
  "an error without a code that names the one field that it is about": {
    schema: object({ status: { type: "integer" }, title: text, detail: text, field: text }, ["status", "detail"]),
    body: { status: 422, title: "Unprocessable Entity", detail: "It is too low", field: "amount" },
    expect: { code: "http_422", fields: [{ path: ["amount"], message: "It is too low" }] },
  },
  "an error that says which path was asked for, which is no field": {
    schema: object({ status: { type: "integer" }, error: text, message: text, path: text }),
    body: { status: 422, error: "Unprocessable Entity", message: "No", path: "/orders" },
    expect: { message: "No", fields: [] },
  },
  "a body that is the map of its field errors": {
    schema: { type: "object", additionalProperties: texts },
    body: { title: ["is required"] },
    expect: { message: "title: is required", fields: [{ path: ["title"], message: "is required" }] },
  },
  "errors that are a text, or a map": {
    schema: object({ errors: { oneOf: [text, { type: "object", additionalProperties: texts }] } }),
    body: { errors: { title: ["is blank"] } },
    expect: { message: "title: is blank", fields: [{ path: ["title"], message: "is blank" }] },
  },
  "errors of which a schema says nothing": {
    schema: object({ code: { enum: ["invalid"] }, message: text, errors: { type: "object" } }),
    body: { code: "invalid", message: "m", errors: { owner: { email: ["is taken"] } } },
    expect: { fields: [{ path: ["owner", "email"], message: "is taken" }] },
  },
  "fields that a schema names one by one": {
    schema: object({ message: text, errors: object({ email: texts, name: texts }, []) }),
    body: { message: "m", errors: { email: ["is taken"] } },
    expect: { message: "m", fields: [{ path: ["email"], message: "is taken" }] },
  },
  "a list called validation, beside a code that repeats the status": {
    schema: object({ code: { type: "integer", example: 422 }, validation: list({ field: text, message: text }) }),
    body: { code: 422, validation: [{ field: "name", message: "is required" }] },
    expect: { code: "http_422", fields: [{ path: ["name"], message: "is required" }] },
  },
  "parameters below data": {
    schema: object({
      code: { enum: ["bad_param"] },
      message: text,
      data: object({ status: { type: "integer" }, params: { type: "object", additionalProperties: text } }),
    }),
    body: { code: "bad_param", message: "m", data: { status: 422, params: { state: "is odd" } } },
    expect: { code: "bad_param", fields: [{ path: ["state"], message: "is odd" }] },
  },
  "details of which a schema says nothing, of an error that says it is about them": {
    schema: object({ message: { enum: ["Validation failed"] }, details: { type: "object" } }),
    body: { message: "Validation failed", details: { "body.a": { message: "is odd", value: 1 } } },
    expect: { message: "Validation failed", fields: [{ path: ["body.a"], message: "is odd" }] },
  },
  "errors of the form and of its fields": {
    schema: object({
      error: object({ formErrors: texts, fieldErrors: { type: "object", additionalProperties: texts } }),
    }),
    body: { error: { formErrors: [], fieldErrors: { a: ["is odd"] } } },
    expect: { message: "a: is odd", fields: [{ path: ["a"], message: "is odd" }] },
  },
  "maps in a map": {
    schema: object({
      status: text,
      errors: { type: "object", additionalProperties: { type: "object", additionalProperties: texts } },
    }),
    body: { status: "Unprocessable Entity", errors: { json: { name: ["is odd"] } } },
    expect: { message: "json.name: is odd", fields: [{ path: ["json", "name"], message: "is odd" }] },
  },
  "causes below details": {
    schema: object({
      reason: { enum: ["Invalid"] },
      message: text,
      details: object({ name: text, causes: list({ reason: text, message: text, field: text }) }),
    }),
    body: {
      reason: "Invalid",
      message: "m",
      details: { name: "p", causes: [{ reason: "R", message: "is required", field: "spec" }] },
    },
    expect: { code: "Invalid", fields: [{ path: ["spec"], message: "is required" }] },
  },
  "violations in one of the details": {
    schema: object({
      error: object({
        status: { enum: ["INVALID"] },
        message: text,
        details: { type: "array", items: { type: "object", properties: { "@type": text }, additionalProperties: {} } },
      }),
    }),
    body: {
      error: {
        status: "INVALID",
        message: "m",
        details: [
          { "@type": "x/google.rpc.ErrorInfo", reason: "R" },
          { "@type": "x/google.rpc.BadRequest", fieldViolations: [{ field: "a.b", description: "is odd" }] },
        ],
      },
    },
    expect: { code: "INVALID", fields: [{ path: ["a.b"], message: "is odd" }] },
  },
  "a problem of which every member is optional": {
    schema: object({ type: text, title: text, status: { type: "integer" }, detail: text }, []),
    body: { title: "It failed", status: 422 },
    expect: { code: "http_422", message: "It failed" },
  },
  "the reason phrase in a body": {
    schema: object({ status: { type: "integer" }, error: text, message: text }, []),
    body: { status: 422, error: "Unprocessable Entity", message: "m" },
    expect: { code: "http_422", message: "m" },
  },
  "request ids by many names": {
    schema: object({ code: { enum: ["a", "b"] }, message: text, debug_id: text }),
    body: { code: "a", message: "m", debug_id: "d1" },
    expect: { requestId: "d1" },
  },
  "request ids in the headers that an answer declares": {
    schema: object({ code: { enum: ["a", "b"] }, message: text }),
    body: { code: "a", message: "m" },
    headers: { "x-acme-requestid": "r1", "cf-ray": "c1" },
    declares: { "CF-Ray": { schema: text }, "X-Acme-RequestId": { schema: text } },
    expect: { requestId: "r1" },
  },
  "a list of any name that the code stands in, whose items name their fields": {
    schema: object({ faults: list({ code: { enum: ["odd", "short"] }, path: text, text }) }),
    body: { faults: [{ code: "odd", path: "amount", text: "is odd" }] },
    expect: { code: "odd", message: "is odd", fields: [{ path: ["amount"], message: "is odd" }] },
  },
  "a list of errors as the whole body, each of which names several fields": {
    schema: list({ errorCode: { enum: ["MISSING", "GONE"] }, message: text, fields: texts }),
    body: [{ errorCode: "MISSING", message: "is required", fields: ["name", "age"] }],
    expect: {
      code: "MISSING",
      message: "is required",
      fields: [
        { path: ["name"], message: "is required" },
        { path: ["age"], message: "is required" },
      ],
    },
  },
  "field errors as deep as the third object": {
    schema: object({
      error: object({
        code: { enum: ["a", "b"] },
        message: text,
        details: object({ fields: list({ name: text, messages: texts }) }),
      }),
    }),
    body: { error: { code: "a", message: "m", details: { fields: [{ name: "age", messages: ["is odd"] }] } } },
    expect: { code: "a", fields: [{ path: ["age"], message: "is odd" }] },
  },
  "no code that only the items of a list say, as deep as that": {
    schema: object({
      error: object({ message: text, details: object({ errors: list({ code: text, field: text, message: text }) }) }),
    }),
    body: { error: { message: "m", details: { errors: [{ code: "odd", field: "age", message: "is odd" }] } } },
    expect: { code: "http_422", message: "m", fields: [{ path: ["age"], message: "is odd" }] },
  },
  "a tree whose texts stand in _errors": {
    schema: object({
      code: { type: "integer" },
      message: text,
      errors: {
        oneOf: [
          { type: "object", additionalProperties: { type: "object" } },
          object({ _errors: list({ code: text, message: text }) }),
        ],
      },
    }),
    body: { code: 50035, message: "m", errors: { owner: { name: { _errors: [{ code: "X", message: "is odd" }] } } } },
    expect: { code: "50035", fields: [{ path: ["owner", "name"], message: "is odd" }] },
  },
  "a delay and a request id, each in an object of any name": {
    schema: object({
      error_code: { enum: ["slow", "odd"] },
      description: text,
      parameters: object({ retry_after: { type: "integer" } }, []),
      call: object({ request_id: text }, []),
    }),
    body: { error_code: "slow", description: "m", parameters: { retry_after: 5 }, call: { request_id: "r1" } },
    expect: { code: "slow", message: "m", retryAfter: 5, requestId: "r1" },
  },
  "a number that is the status, as its description says": {
    schema: object({
      code: { type: "integer", description: "Suggested HTTP return code for this status." },
      reason: text,
      message: text,
    }),
    body: { code: 422, reason: "Invalid", message: "m" },
    expect: { code: "Invalid", message: "m" },
  },
  "a number that is called the status, and is another in its example": {
    schema: object({
      code: { type: "integer", description: "HTTP status code", example: 1002 },
      reason: text,
      message: text,
    }),
    body: { code: 1003, reason: "It is invalid", message: "m" },
    expect: { code: "1003", message: "m" },
  },
  "a code whose name has a dot before it": {
    schema: object({ summary: text, error: object({ ".tag": { enum: ["path", "reset"] } }) }),
    body: { summary: "path/..", error: { ".tag": "path" } },
    expect: { code: "path", message: "path/.." },
  },
  "ids whose kind has something before it": {
    schema: object({ code: { enum: ["a", "b"] }, message: text, fbtrace_id: text, catalog_id: text }),
    body: { code: "a", message: "m", fbtrace_id: "t1", catalog_id: "c1" },
    expect: { requestId: "t1" },
  },
  "a correlator in the headers": {
    schema: object({ code: { enum: ["a", "b"] }, message: text }),
    body: { code: "a", message: "m" },
    headers: { "x-correlator": "c1" },
    declares: { "x-correlator": { schema: text } },
    expect: { requestId: "c1" },
  },
  "an outcome whose issues name elements": {
    schema: object({
      resourceType: { enum: ["Outcome"] },
      issue: list({ severity: text, code: { enum: ["required", "gone"] }, diagnostics: text, expression: texts }),
    }),
    body: {
      resourceType: "Outcome",
      issue: [{ severity: "error", code: "required", diagnostics: "is required", expression: ["Person.name"] }],
    },
    expect: { code: "required", fields: [{ path: ["Person.name"], message: "is required" }] },
  },
  "fields and nothing else, each of which is named, beside those of none": {
    schema: object({ email: texts, title: texts, non_field_errors: texts }, []),
    body: { email: ["is taken"] },
    expect: { code: "http_422", message: "email: is taken", fields: [{ path: ["email"], message: "is taken" }] },
  },
  "data of a request that failed": {
    schema: object({ status: { enum: ["fail"] }, data: { type: "object", additionalProperties: text } }),
    body: { status: "fail", data: { title: "is required" } },
    expect: { code: "http_422", message: "title: is required", fields: [{ path: ["title"], message: "is required" }] },
  },
  "an error that is all that a body holds, under its own name": {
    schema: object({ thingNotFound: object({ code: { type: "integer", example: 422 }, message: text }) }),
    body: { thingNotFound: { code: 422, message: "m" } },
    expect: { code: "http_422", message: "m" },
  },
  "a code of what was rejected, of each field": {
    schema: object({
      message: text,
      errors: list({ field: text, code: text, defaultMessage: text, rejectedValue: {} }),
    }),
    body: { message: "m", errors: [{ field: "age", code: "Max", defaultMessage: "is odd", rejectedValue: 7 }] },
    expect: { code: "http_422", message: "m", fields: [{ path: ["age"], message: "is odd" }] },
  },
  "a code that an extension lists, below one of which nothing is said": {
    schema: object({
      Code: text,
      Message: text,
      Errors: list({
        ErrorCode: { type: "string", "x-namespaced-enum": ["Acme.Field.Odd", "Acme.Field.Long"] },
        Message: text,
        Path: text,
      }),
    }),
    body: {
      Code: "422 Invalid",
      Message: "m",
      Errors: [{ ErrorCode: "Acme.Field.Odd", Message: "is odd", Path: "age" }],
    },
    expect: { code: "Acme.Field.Odd", message: "m", fields: [{ path: ["age"], message: "is odd" }] },
  },
  "a code of a reason, below a member of the same name as its list": {
    schema: object({
      Errors: object({ Error: list({ Source: text, ReasonCode: { enum: ["GONE", "BUSY"] }, Description: text }) }),
    }),
    body: { Errors: { Error: [{ Source: "s", ReasonCode: "BUSY", Description: "m" }] } },
    expect: { code: "BUSY", message: "m" },
  },
  "locations that lead to the field": {
    schema: object({ title: text, detail: text, errors: list({ location: text, message: text, value: {} }) }),
    body: { title: "It failed", detail: "m", errors: [{ location: "body.age", message: "is odd", value: 1 }] },
    expect: { message: "m", fields: [{ path: ["body.age"], message: "is odd" }] },
  },
  "a map of texts where another answer lists what is wrong": {
    schema: {
      anyOf: [
        object({ detail: { type: "object", additionalProperties: text } }),
        object({ detail: list({ loc: texts, msg: text, type: text }) }),
      ],
    },
    body: { detail: [{ loc: ["body"], msg: "is due", type: "missing" }] },
    expect: { code: "http_422", message: "body: is due" },
  },
  "what an outcome of FHIR is about, in codes of its own": {
    schema: object({
      issue: list({
        code: { enum: ["not-found", "value"] },
        diagnostics: text,
        details: object({ coding: list({ system: text, code: { enum: ["NO_SUCH_PATIENT", "INVALID_ID"] } }) }),
      }),
    }),
    body: {
      issue: [
        {
          code: "not-found",
          diagnostics: "No patient 7",
          details: { coding: [{ system: "s", code: "NO_SUCH_PATIENT" }] },
        },
      ],
    },
    expect: { code: "NO_SUCH_PATIENT", closest: "NO_SUCH_PATIENT", message: "No patient 7" },
  },
  "a list of codes": {
    schema: object({ error_type: text, error_codes: { type: "array", items: { enum: ["no_card", "no_amount"] } } }),
    body: { error_type: "invalid", error_codes: ["no_amount"] },
    expect: { code: "no_amount", closest: "no_amount" },
  },
  "a list of texts that are constants": {
    schema: object({ errors: { type: "array", items: { enum: ["NO_CARD", "NO_AMOUNT"] } } }),
    body: { errors: ["NO_AMOUNT"] },
    expect: { code: "NO_AMOUNT", closest: "NO_AMOUNT" },
  },
  "a status code beyond those of HTTP": {
    schema: object({ status_code: { type: "integer", enum: [2001, 2002] }, status_message: text }),
    body: { status_code: 2001, status_message: "m" },
    expect: { code: "2001", closest: "2001", message: "m" },
  },
  "a code in the words of another status": {
    schema: object({ code: { enum: ["not found", "unprocessable entity"] }, message: text }),
    body: { code: "unprocessable entity", message: "m" },
    expect: { code: "unprocessable entity", closest: "unprocessable entity" },
  },
  "a text in each language": {
    schema: object({ code: { enum: ["taken"] }, message: object({ de: text, en: text, "zh-CN": text }, []) }),
    body: { code: "taken", message: { de: "Vergeben", en: "It is taken" } },
    expect: { code: "taken", message: "It is taken" },
  },
  "a text in any language": {
    schema: object({ code: { enum: ["taken"] }, message: { type: "object", additionalProperties: text } }),
    body: { code: "taken", message: { de: "Vergeben" } },
    expect: { code: "taken", message: "Vergeben", fields: [] },
  },
  "a code in an object that is called after its result": {
    schema: object({
      resultInfo: object({ resultCode: { enum: ["E1", "E2"] }, resultMessage: text }),
      requestId: text,
    }),
    body: { resultInfo: { resultCode: "E1", resultMessage: "m" }, requestId: "r" },
    expect: { code: "E1", message: "m", requestId: "r" },
  },
  "details of any kind, in which fields may be named": {
    schema: object({
      error: object({
        code: { enum: ["taken"] },
        message: text,
        details: { type: "array", items: { type: "object" } },
      }),
    }),
    body: {
      error: {
        code: "taken",
        message: "m",
        details: [{ fieldViolations: [{ field: "mail", description: "is taken" }] }, { reason: "R", domain: "d" }],
      },
    },
    expect: { code: "taken", message: "m", fields: [{ path: ["mail"], message: "is taken" }] },
  },
  "a code in a header that shows them": {
    schema: object({ message: text }),
    body: { message: "m" },
    headers: { "x-error-code": "gone" },
    declares: {
      "X-Error-Code": { required: true, schema: text, examples: { a: { value: "taken" }, b: { value: "gone" } } },
    },
    expect: { code: "gone", closest: "gone", message: "m" },
  },
  "a code in a header that lists them": {
    schema: object({ message: text }),
    body: { message: "m" },
    headers: { "x-error-code": "taken" },
    declares: { "X-Error-Code": { required: true, schema: { type: "string", enum: ["taken", "gone"] } } },
    expect: { code: "taken", closest: "taken", message: "m" },
  },
};

for (const [name, { schema, body, headers = {}, declares, expect }] of Object.entries(kinds))
  test(`${name}: read as it is meant, without a deviation, in both languages`, async (t) => {
    const document = shopWith({ 422: schema }, declares);
    const [parsed] = await parsedBy(t, document, [{ status: 422, headers, body }]);
    assert.ok(parsed);
    const found = Object.fromEntries(Object.entries(parsed).filter(([key]) => key in expect));
    assert.deepEqual([found, parsed.deviations], [expect, []]);
  });

test("delays by the headers that answers declare, and by members in milliseconds", async (t) => {
  const schema = object({ errcode: { enum: ["M_LIMIT"] }, error: text, retry_after_ms: { type: "integer" } }, []);
  const declares = {
    "X-Retry-In": { description: "In milliseconds.", schema: { type: "integer" } },
    "X-RateLimit-Reset": { schema: { type: "integer" } },
  };
  const date = "Fri, 15 Jan 2027 08:00:00 GMT";
  const answers = [
    { status: 429, headers: { "x-retry-in": "1500" }, body: { errcode: "M_LIMIT" } },
    { status: 429, headers: { date, "x-ratelimit-reset": "1800000007" }, body: { errcode: "M_LIMIT" } },
    { status: 429, body: { errcode: "M_LIMIT", error: "m", retry_after_ms: 2500 } },
  ];
  const parsed = await parsedBy(t, shopWith({ 429: schema }, declares), answers);
  assert.deepEqual(
    parsed.map(({ retryAfter }) => retryAfter),
    [1.5, 7, 2.5],
  );
});
