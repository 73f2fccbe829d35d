import { gzipSync } from "node:zlib";

/** One way in which an answer can go wrong, as a server sends it. */
export interface Row {
  readonly name: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: () => Buffer | string;
  /** What momail's parser has to make of it; `http_<status>` where the body holds no code that can be trusted. */
  readonly code: string;
}

const json = { "content-type": "application/json" };
const momail = (error: unknown, success: unknown = false) => JSON.stringify({ success, error });
const row = (
  name: string,
  status: number,
  body: Row["body"] | string,
  code = `http_${status}`,
  headers = json as Row["headers"],
) => ({
  name,
  status,
  headers,
  code,
  body: typeof body === "string" ? () => body : body,
});

export const rows: readonly Row[] = [
  row("an HTML 502 of a proxy", 502, "<html><h1>502 Bad Gateway</h1></html>", undefined, {
    "content-type": "text/html",
  }),
  row("an empty 500", 500, "", "http_500", {}),
  row("half a JSON", 400, '{"success":false,"error":{"code":"BAD_REQ'),
  row("JSON sent as text/plain", 409, momail({ code: "EMAIL_TAKEN", message: "Taken" }), "EMAIL_TAKEN", {
    "content-type": "text/plain",
  }),
  row("JSON without a media type", 409, momail({ code: "EMAIL_TAKEN", message: "Taken" }), "EMAIL_TAKEN", {}),
  row("problem details", 403, '{"type":"about:blank","title":"Forbidden","status":403}', undefined, {
    "content-type": "application/problem+json",
  }),
  row("a message of 20 MB", 400, () => momail({ code: "BAD_REQUEST", message: "x".repeat(20_000_000) })),
  row("a gzip bomb of 100 MB", 400, () => gzipSync(Buffer.alloc(100_000_000, "a")), undefined, {
    ...json,
    "content-encoding": "gzip",
  }),
  row("200,000 levels of nesting", 400, () => `{"success":false,"error":${"[".repeat(200_000)}${"]".repeat(200_000)}}`),
  row(
    "200,000 levels of nesting in the details",
    400,
    () => `{"success":false,"error":{"code":"X","message":"m","details":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`,
  ),
  row(
    "duplicate keys",
    400,
    '{"success":false,"error":{"code":"A","code":"BAD_REQUEST","message":"m"}}',
    "BAD_REQUEST",
  ),
  row("a byte order mark", 409, `\ufeff${momail({ code: "EMAIL_TAKEN", message: "Taken" })}`, "EMAIL_TAKEN"),
  row("gzip that is named but not there", 500, momail({ code: "INTERNAL_ERROR", message: "m" }), undefined, {
    ...json,
    "content-encoding": "gzip",
  }),
  row("gzip that is corrupt", 500, () => gzipSync(momail({ code: "INTERNAL_ERROR" })).subarray(0, 30), undefined, {
    ...json,
    "content-encoding": "gzip",
  }),
  ...["null", "42", '"oops"', "[]", '[{"code":"BAD_REQUEST"}]', "true", '{"error":null}', '{"error":7}'].map((body) =>
    row(`the body ${body}`, 400, body),
  ),
  row("a FastAPI text", 404, '{"detail":"Not Found"}'),
  row("FastAPI field errors", 422, '{"detail":[{"loc":["body","name"],"msg":"required","type":"missing"}]}'),
  row("a code that is a number", 400, momail({ code: 7, message: "m" }), "7"),
  row("a code that is an object", 400, momail({ code: {}, message: "m" })),
  row("a code that is an array", 400, momail({ code: ["BAD_REQUEST"], message: "m" })),
  row("a code that is empty", 400, momail({ code: "", message: "m" })),
  ...["constructor", "__proto__", "toString", "hasOwnProperty"].map((code) =>
    row(`the code ${code}`, 400, momail({ code, message: "m" }), code),
  ),
  row("a body of prototype keys", 400, '{"__proto__":{"code":"BAD_REQUEST"},"constructor":{"error":1}}'),
  row("a message that is an object", 400, momail({ code: "BAD_REQUEST", message: {} }), "BAD_REQUEST"),
  row("a message that is an array", 400, momail({ code: "BAD_REQUEST", message: ["m"] }), "BAD_REQUEST"),
  row("terminal escapes", 400, momail({ code: "BAD_REQUEST", message: "\u001b[2J\u0000\u202e" }), "BAD_REQUEST"),
  row("lone surrogates", 400, '{"success":false,"error":{"code":"BAD_REQUEST","message":"\\ud800"}}', "BAD_REQUEST"),
  row("bytes that are no UTF-8", 400, () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  row("success: true with status 400", 400, momail({ code: "BAD_REQUEST", message: "m" }, true), "BAD_REQUEST"),
  row("a known code with another status", 500, momail({ code: "NOT_FOUND", message: "m" }), "NOT_FOUND"),
  row("details that are missing", 429, momail({ code: "RATE_LIMIT_EXCEEDED", message: "m" }), "RATE_LIMIT_EXCEEDED"),
  row("details of the wrong type", 429, momail({ code: "RATE_LIMIT_EXCEEDED", details: 7 }), "RATE_LIMIT_EXCEEDED"),
  row("200 with an error body", 200, momail({ code: "BAD_REQUEST", message: "m" }), "BAD_REQUEST"),
];
