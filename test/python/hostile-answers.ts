/** An answer that can be written as a line of JSON: its body as parsed JSON, text or bytes. */
export interface HostileAnswer {
  readonly name: string;
  readonly api: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly base64?: string;
  readonly operation?: string;
}

const momail = (error: unknown, success: unknown = false) => ({ success, error });
const json = { "content-type": "application/json" };

type Rest = Omit<HostileAnswer, "name" | "api" | "status">;
const answer = (name: string, rest: Rest, status = 400, api = "momail"): HostileAnswer => ({
  name,
  api,
  status,
  ...rest,
});
const bytes = (name: string, hex: string) => answer(name, { base64: Buffer.from(hex, "hex").toString("base64") });

const message = (text: string) =>
  answer(`the message ${label(text)}`, { json: momail({ code: "BAD_REQUEST", message: text }) });
const asText = (text: string) => answer(`the text ${label(text)}`, { text });
const withCode = (code: unknown) => answer(`the code ${label(code)}`, { json: momail({ code, message: "m" }) });
const retryAfter = (value: string, date = "Sun, 06 Nov 2033 08:49:07 GMT") =>
  answer(`Retry-After: ${label(value)} after ${date}`, { headers: { "retry-after": value, date } }, 429);
const limits = (details: unknown) =>
  answer(
    `the details ${label(details)}`,
    { json: momail({ code: "RATE_LIMIT_EXCEEDED", message: "m", details }) },
    429,
  );
const fields = (detail: unknown) => answer(`the field errors ${label(detail)}`, { json: { detail } }, 422, "inbox");

const secrets = { password: "s3cret", access_token: "s3cret", limit: "s3cret", clientSecret: ["s3cret", { a: "b" }] };
const wide = { b: "x".repeat(3000), a: Array.from({ length: 1500 }, (_, i) => ({ [i]: i })), 7: "😀".repeat(1500) };

const anything = [null, true, false, 0, 1, -1, 1.5, 1e21, 1e-7, 1e300, "", "x", [], {}, [null], { a: { b: [] } }];
const nested = (depth: number, inside = "") => `${"[".repeat(depth)}${inside}${"]".repeat(depth)}`;
const isoLatin = Buffer.from('{"success":false,"error":{"code":"BAD_REQUEST","message":"M\u00fcll"}}', "latin1");

/** Answers that no contract foresees. TypeScript and Python must make the same of each. */
export const hostileAnswers: readonly HostileAnswer[] = [
  answer(
    "an HTML 502",
    { text: "<html><h1>502 Bad Gateway</h1></html>", headers: { "content-type": "text/html" } },
    502,
  ),
  answer("HTML sent as JSON", { text: "  <!doctype html>\n<p>x", headers: json }, 502),
  answer("XML", { text: "no markup", headers: { "content-type": "application/XML" } }, 500),
  answer("problem details", { json: { type: "about:blank", title: "Forbidden", status: 403 } }, 403),
  answer("no body", {}, 500),
  answer("details with secrets", { json: momail({ code: "NEWS", message: "m", details: secrets }) }),
  answer("details without end", { json: momail({ code: "N".repeat(9000), message: "m", details: wide }) }),
  answer("an empty text", { text: "" }, 500),
  answer(
    "white space of all kinds",
    { text: " \t\n\v\f\r\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\ufeff" },
    500,
  ),
  answer("what only Python takes for white space", { text: "\u001c\u001d\u001e\u001f\u0085" }, 500),
  answer("truncated JSON", { text: '{"success":false,"error":{"code":"BAD_REQ' }),
  answer(
    "JSON named text/plain",
    { text: JSON.stringify(momail({ code: "EMAIL_TAKEN", message: "m" })), headers: { "content-type": "text/plain" } },
    409,
  ),
  answer("a plain text", { text: " Slow down! \n", headers: { "content-type": "text/plain" } }, 429),
  answer("a text of digits named text", { text: "42", headers: { "content-type": "text/plain; charset=utf-8" } }, 500),
  ...[
    "application/json",
    "text/json;charset=x",
    "application/problem+JSON ; a=b",
    "x/ljson",
    "application/json\u00a0",
    "application/json\u0085",
    "jſon/jſon",
    ";/json",
    "a;/json",
  ].map((type) => answer(`the media type ${label(type)}`, { text: '"oops"', headers: { "Content-Type": type } })),
  ...[
    "null",
    "42",
    '"oops"',
    "true",
    "[]",
    "{}",
    "[1,2]",
    '{"error":null}',
    '{"error":7}',
    '{"error":"x"}',
    '{"detail":"x"}',
    '{"message":"x"}',
    '{"title":"x"}',
    '{"error":{"message":"x"}}',
    '{"detail":{"message":"x"}}',
    '[{"code":"BAD_REQUEST"}]',
  ].map(asText),
  ...[
    "NaN",
    "[NaN]",
    "[Infinity]",
    "[-Infinity]",
    "[1e999]",
    "[-1e999]",
    "[01]",
    "[1.]",
    "[.5]",
    "[+1]",
    "[1e5]",
    "[-0]",
    "[-]",
    "['x']",
    "[1,]",
    "{,}",
    '{"a":1,}',
    '["\u0001"]',
    '["\t"]',
    '["\\x"]',
    '["\\u12"]',
    '["\u007f"]',
    "[1] x",
    "[1][2]",
    "//x\n[1]",
    "[1]\u00a0",
    "\v[1]",
    "\u00a0[1]",
    "\ufeff[1]",
    "\ufeff\ufeff[1]",
    '["\ud800"]',
    '["\\ud800"]',
    '["\\ud83d\\ude00"]',
    "[\u0661]",
    "tru",
    "nul",
    "-",
    "[",
    "]",
    '"',
    '"\\',
    "\\",
  ].map(asText),
  answer("a long number", { text: `{"success":false,"error":{"code":${"9".repeat(5000)},"message":"m"}}` }),
  answer("a number that is infinite", {
    text: '{"success":false,"error":{"code":1e999,"message":"m","details":{"limit":1e999}}}',
  }),
  answer(
    "an infinite delay",
    {
      text: '{"success":false,"error":{"code":"RATE_LIMIT_EXCEEDED","message":"m","details":{"retry_after":1e999,"limit":1,"window":"w"}}}',
    },
    429,
  ),
  answer("duplicate keys", {
    text: '{"success":false,"success":true,"error":{"code":"A","code":"BAD_REQUEST","message":"m"}}',
  }),
  answer("prototype keys", {
    text: '{"__proto__":{"code":"BAD_REQUEST"},"constructor":{"error":1},"success":false,"error":{"__proto__":{"code":"BAD_REQUEST","message":"m"}}}',
  }),
  ...[
    ...anything,
    400,
    7,
    1e21,
    1.5e300,
    123456789012345680000,
    0.000001,
    402.5,
    -0.1,
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "http_500",
    "bad_request",
    "BAD_REQUEST ",
    "\ud800",
    "\u0000\u001b[2J",
    "K",
    "é",
    "e\u0301",
    "😀",
    "x".repeat(5000),
    ["BAD_REQUEST"],
  ].map(withCode),
  ...anything.map((text) =>
    answer(`as message, ${label(text)}`, { json: momail({ code: "BAD_REQUEST", message: text }) }),
  ),
  ...anything.map((error) => answer(`as error, ${label(error)}`, { json: momail(error) })),
  ...anything.map((whole) => answer(`as body, ${label(whole)}`, { json: whole })),
  ...[...anything, "false"].map((success) =>
    answer(`success: ${label(success)}`, { json: momail({ code: "CONFLICT", message: "m" }, success) }, 409),
  ),
  ...[
    "\u0000\u001b[31m\u007f\u0085\u009f",
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069",
    "a\nb\r\nc\td",
    "\ud800",
    "\udc00\ud800",
    "😀\ud83d",
    "\\u0041",
    "\"quoted\" 'twice'",
    "é e\u0301 \u200b\u200d\ufeff",
    "\u{e0001}\u{1f468}\u200d\u{1f469}",
  ].map(message),
  ...[498, 499, 500, 501, 505].flatMap((length) => ["x", "😀", "\u0000"].map((unit) => message(unit.repeat(length)))),
  ...[499, 500].map((length) => message(`${"x".repeat(length)}😀${"y".repeat(9)}`)),
  message(`${"\u0000".repeat(83)}xx\u0000`),
  answer("a message of 20 MB", { json: momail({ code: "BAD_REQUEST", message: "x".repeat(20_000_000) }) }),
  answer("a text of 20 MB", { text: JSON.stringify(momail({ code: "BAD_REQUEST", message: "é".repeat(20_000_000) })) }),
  answer("a text just within the limit", { text: `["${"x".repeat(1024 * 1024 - 4)}"]` }),
  answer("a text just beyond the limit", { text: `["${"x".repeat(1024 * 1024 - 3)}"]` }),
  answer("a text within the limit in characters only", { text: `["${"😀".repeat(600_000)}"]` }),
  answer("bytes just beyond the limit", { base64: Buffer.from(`["${"é".repeat(524_288)}"]`).toString("base64") }),
  ...[63, 64, 65, 66, 5000].flatMap((depth) => [
    answer(`${depth} levels`, { text: nested(depth) }),
    answer(`${depth} levels, unclosed`, { text: "[".repeat(depth) }),
    answer(`${depth} levels in brackets of a text`, {
      text: `{"success":false,"error":{"code":"BAD_REQUEST","message":"\\"${nested(depth)}"}}`,
    }),
    answer(`${depth} levels of objects`, { text: `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}` }),
  ]),
  answer("200,000 levels", { text: `{"success":false,"error":${nested(200_000)}}` }),
  ...[61, 62, 63, 64, 65, 66, 67].flatMap((depth) =>
    ["", "1", "null"].map((inside) =>
      answer(`details of ${depth} levels around ${inside || "nothing"}`, {
        json: momail({ code: "X", message: "m", details: JSON.parse(nested(depth, inside)) }),
      }),
    ),
  ),
  bytes("bytes that are no UTF-8", "7b22c3287d"),
  bytes("half a character at the end", "f09f98"),
  bytes("half a character within", "f09f9841e28241"),
  bytes("surrogates as UTF-8", "eda080edb080"),
  bytes("overlong and beyond Unicode", "c080e08080f08080802ff4908080fbff"),
  bytes("a BOM", "efbbbf7b7d"),
  bytes("two BOMs", "efbbbfefbbbf7b7d"),
  bytes("three BOMs", "efbbbfefbbbfefbbbf7b7d"),
  bytes("UTF-16", "fffe7b007d00"),
  bytes("no bytes", ""),
  answer("Latin-1", { base64: isoLatin.toString("base64") }),
  answer(
    "gzip that nobody unpacked",
    { base64: "H4sIAAAAAAAAA6tWSs5PSVWyUkpNzMlRqgUAoMmyJA8AAAA=", headers: { "content-encoding": "gzip" } },
    500,
  ),
  answer("a listed code with another status", { json: momail({ code: "EMAIL_TAKEN", message: "m" }) }, 503),
  answer("an error with status 200", { json: momail({ code: "EMAIL_TAKEN", message: "m" }) }, 200),
  answer(
    "an operation that does not declare the code",
    { json: momail({ code: "EMAIL_TAKEN", message: "m" }), operation: "listDomains" },
    409,
  ),
  answer(
    "an operation that nobody knows",
    { json: momail({ code: "EMAIL_TAKEN", message: "m" }), operation: "constructor" },
    409,
  ),
  ...[0, -1, 1, 99, 100, 299, 304, 399, 404, 418, 499, 501, 505, 599, 600, 1000, 4.5, 1e21, 1e300].map((status) =>
    answer(`status ${status}`, {}, status),
  ),
  ...anything.map(limits),
  ...[
    { limit: 1, window: "w", retry_after: 2 },
    { limit: 1, window: "w", retry_after: 2, more: [{ a: 1 }] },
    { limit: 1.0, window: "w", retry_after: 2.5 },
    { limit: "1", window: 1, retry_after: null },
    { limit: true, window: true, retry_after: true },
    { limit: 1e300, window: "", retry_after: -1 },
    { limit: 1, window: "w", retry_after: 0 },
    { "~/": 1, "": 2 },
  ].map(limits),
  ...anything.map((details) =>
    answer(`parameters: ${label(details)}`, { json: momail({ code: "VALIDATION_ERROR", message: "m", details }) }),
  ),
  answer("parameters in the order of their numbers", {
    json: momail({
      code: "VALIDATION_ERROR",
      message: "m",
      details: { b: "1", 10: "2", 2: "3", a: 4, "01": "5", 4294967295: "6", 4294967294: "7" },
    }),
  }),
  answer("150 faults", {
    json: momail({
      code: "VALIDATION_ERROR",
      message: "m",
      details: Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`f${i}`, i])),
    }),
  }),
  ...[
    ...anything,
    [{ loc: ["body", 1, 1.5], msg: "m", type: "t" }],
    [{ loc: [true], msg: "m" }],
    [{ path: "a", message: "m" }],
    [{ path: null, loc: ["x"], message: null, msg: "m" }],
    [{ loc: [{}], msg: "m" }],
    { a: ["x", 1, "y"], b: "z" },
    [[{ loc: [], msg: "\u0000" }]],
    [{ loc: [], msg: "m" }, 7],
    [{ name: "a", reason: "m" }],
    [{ pointer: "#/a~1b//0", detail: "m" }],
    [{ pointer: "#", detail: "m" }],
    [{ pointer: "a/b", title: "m" }],
    [{ source: { pointer: "/a" }, detail: "m" }],
    [{ source: { parameter: "a", pointer: null }, title: "m" }],
    [{ source: ["/a"], name: 7, message: "m" }],
    [{ source: "a", param: ["b", 2], description: "m" }],
    [{ parameter: "a", field: "b", msg: "m", message: false }],
  ].map(fields),
  ...anything.map((detail) => answer(`detail: ${label(detail)}`, { json: { detail } }, 404, "tenantcore")),
  ...[
    { code: "tenant_limit_reached", message: "m" },
    { code: "tenant_limit_reached", message: "m", plan_name: 7, tenant_limit: "x" },
    {
      code: "tenant_limit_reached",
      message: "m",
      plan_name: "p",
      tenant_limit: 1,
      connected_tenants_count: 1,
      remaining_tenants: 0,
      extra: null,
    },
  ].map((detail) => answer(`a tenant limit: ${label(detail)}`, { json: { detail } }, 402, "tenantcore")),
  ...["plan_required", "_required", "required", "x_required_", "*_required", "pro\n_required"].map((code) =>
    answer(`closest to ${label(code)}`, { json: { error: { code, message: "m", request_id: 7 } } }, 402, "themes"),
  ),
  ...anything.map((id) =>
    answer(
      `the request id ${label(id)}`,
      {
        json: { error: { code: "not_found", message: "m", request_id: id } },
        headers: { "X-REQUEST-ID": "from the header" },
      },
      404,
      "themes",
    ),
  ),
  answer("an empty request id in the header", { headers: { "x-request-id": "" } }, 404, "themes"),
  answer("a request id that moves the terminal", { headers: { "x-request-id": "\u001b[2J" } }, 404, "themes"),
  answer(
    "headers with secrets",
    {
      headers: {
        "Set-Cookie": "a",
        Authorization: "b",
        "X-Api-Key": "c",
        "x-my-token": "d",
        Token: "e",
        "-secret": "f",
        cookie2: "g",
        "Proxy-Authorization": "h",
      },
    },
    401,
  ),
  ...[
    "120",
    "0",
    "007",
    "-5",
    "1.5",
    "+7",
    "1e3",
    "0x10",
    "99999999999",
    "9".repeat(40),
    "9".repeat(6000),
    "Infinity",
    "",
    " 5 ",
    "\u00a05",
    "5\u0085",
    "\u0665",
    "120, 60",
    "120junk",
    "soon",
    "2033-11-06T08:49:37Z",
  ].map((value) => retryAfter(value)),
  ...[
    "Sun, 06 Nov 2033 08:49:37 GMT",
    "Sun, 06 Nov 2033 08:49:07 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Mon, 06 Nov 2033 08:49:37 GMT",
    "sun, 06 Nov 2033 08:49:37 GMT",
    "Sun, 6 Nov 2033 08:49:37 GMT",
    "Sun, 06 Nov 2033 08:49:60 GMT",
    "Sun, 06 Nov 2033 23:59:60 GMT",
    "Sun, 06 Nov 2033 24:00:00 GMT",
    "Sun, 06 Nov 2033 08:60:00 GMT",
    "Wed, 31 Feb 2033 08:49:37 GMT",
    "Tue, 29 Feb 2028 08:49:37 GMT",
    "Thu, 29 Feb 2029 08:49:37 GMT",
    "Sun, 06 Nov 2033 08:49:37 UTC",
    "Sun, 06 Nov 2033 08:49:37 GMT x",
    "Sunday, 06-Nov-33 08:49:37 GMT",
    "Sun, 06-Nov-33 08:49:37 GMT",
    "Sunny, 06-Nov-33 08:49:37 GMT",
    "Sunnyday, 06-Nov-33 08:49:37 GMT",
    "Monday, 06-Nov-33 08:49:37 GMT",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Saturday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 2033",
    "Sun Nov 6 08:49:37 2033",
    "Sun Nov 06 08:49:37 2033",
    "Mon Nov  7 08:49:60 2033",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Fri, 01 Jan 0999 00:00:00 GMT",
    "Sun, 06 Nov ２０33 08:49:37 GMT",
  ].map((value) => retryAfter(value)),
  ...[
    "Sun, 06 Nov 1994 08:49:07 GMT",
    "Sunday, 06-Nov-33 08:49:00 GMT",
    "Sun Nov  6 08:49:01 2033",
    " Sun, 06 Nov 2033 08:49:02 GMT ",
    "Fri, 01 Jan 0100 00:00:00 GMT",
    "Tue, 01 Jan 0999 00:00:00 GMT",
  ].map((date) => retryAfter("Sun, 06 Nov 2033 08:49:37 GMT", date)),
];

function label(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
