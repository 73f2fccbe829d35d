import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseAnswer } from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const text = JSON.stringify(errorBody("not_found"));
const bytes = new TextEncoder().encode(text);
const padded = new Uint8Array([1, 2, ...bytes, 3]);

const forms: Readonly<Record<string, unknown>> = {
  "parsed JSON": errorBody("not_found"),
  text,
  bytes,
  "the bytes of Node": Buffer.from(text),
  "part of a larger buffer": padded.subarray(2, -1),
  "a view of a buffer": new DataView(padded.buffer, 2, bytes.length),
  "a buffer": bytes.buffer,
  "text with a byte order mark": `\ufeff${text}`,
  "bytes with a byte order mark": new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]),
  "text with space around it": `\r\n  ${text}\n`,
};

describe("a body is read as", () => {
  for (const [form, body] of Object.entries(forms))
    test(form, () => {
      const error = parse({ status: 404, body });
      assert.deepEqual([error.code, error.message, error.deviations], ["not_found", "for people", []]);
      assert.deepEqual(error.body, errorBody("not_found"));
    });
});

describe("text is read in the encoding", () => {
  const message = (body: unknown, type: string) =>
    parse({ status: 500, headers: { "content-type": type }, body }).message;
  const latin = new Uint8Array([0x4d, 0xfc, 0xa4, 0x80]);

  test("that the media type names", () => {
    for (const charset of ["iso-8859-1", '"ISO-8859-1"', "latin1", "windows-1252", "us-ascii"])
      assert.equal(message(latin, `text/plain; charset=${charset}`), "M\u00fc\u00a4\u20ac", charset);
    const quoted = new Uint8Array([0x93, 0x9f, 0x94]);
    assert.equal(message(quoted, "text/plain; charset=latin1"), "\u201c\u0178\u201d");
    assert.equal(message(latin, "text/plain; format=flowed; Charset=iso-8859-15"), "M\u00fc\u20ac\\u0080");
    assert.equal(message(Buffer.from("M\u00fc", "utf16le"), "text/plain; charset=utf-16"), "M\u00fc");
    assert.equal(message(new Uint8Array([0x82, 0xa0]), "text/plain;charset=Shift_JIS"), "\u3042");
  });

  test("that its byte order mark tells", () => {
    assert.equal(message(Buffer.from("\ufeffM\u00fc", "utf16le"), "text/plain"), "M\u00fc");
    assert.equal(
      message(Buffer.from("\ufeffM\u00fc", "utf16le").swap16(), "text/plain; charset=iso-8859-1"),
      "M\u00fc",
    );
  });

  test("that its byte order mark tells, whatever the media type says, and not that of a part of a mark", () => {
    const type = "text/plain; charset=iso-8859-1";
    assert.equal(message(new Uint8Array([0xef, 0xbb, 0xbf, 0x4d, 0xc3, 0xbc]), type), "M\u00fc");
    assert.equal(message(Buffer.from("\ufeffM\u00fc", "utf16le"), type), "M\u00fc");
    for (const start of [
      [0xef, 0xbb],
      [0xef, 0x4d, 0xbf],
      [0x4d, 0xbb, 0xbf],
      [0xff],
      [0x4d, 0xfe],
      [0xfe],
      [0x4d, 0xff],
    ])
      assert.equal(message(new Uint8Array([...start, 0x4d]), type), String.fromCharCode(...start, 0x4d));
  });

  test("of UTF-8 where it names none, or none that there is", () => {
    const others = ["charset=iso-8859-1", "text/plain; xcharset=iso-8859-1", 'text/plain; charset=iso"-8859-1'];
    const none = ["text/plain", "text/plain; charset", "text/plain; charset=", "text/plain; charset=nonsense"];
    for (const type of [...none, ...others]) assert.equal(message(latin, type), "M\ufffd\ufffd\ufffd", type);
  });

  test("that the media type of JSON names", () => {
    const body = Buffer.from(JSON.stringify(errorBody("not_found", { message: "M\u00fc" })), "latin1");
    assert.equal(message(body, "application/json;charset=ISO-8859-1"), "M\u00fc");
  });
});

test("JSON is JSON, whatever the content type says", () => {
  const types = [
    "application/json",
    "application/vnd.x+json; charset=utf-8",
    "text/plain",
    "text/html",
    "nonsense",
    "",
  ];
  for (const type of types)
    assert.equal(parse({ status: 404, headers: { "Content-Type": type }, body: text }).code, "not_found", type);
});

test("white space up to where it is looked at says nothing", () => {
  const answer = { status: 404, headers: { "content-type": "text/plain" }, body: "   x" };
  assert.equal(parseAnswer(sampleContract, answer, { maxBytes: 2 }).message, "HTTP 404");
});

test("text that only looks like a number is JSON where it says so, or says nothing", () => {
  const bodyOf = (type: string) => parse({ status: 404, headers: { "content-type": type }, body: "42" }).body;
  for (const type of ["application/json", "application/json ; charset=utf-8", "application/x+json"])
    assert.equal(bodyOf(type), 42, type);
  for (const type of ["text/plain", "text/plain; profile=a/json", "application/jsonx"])
    assert.equal(bodyOf(type), "42", type);
});

test("text in quotes is JSON where nothing says what it is, and stays in its quotes where it is said to be text", () => {
  const bodyOf = (body: string, headers = {}) => parse({ status: 404, headers, body }).body;
  assert.equal(bodyOf('"quoted"'), "quoted");
  for (const body of ['"quoted"', '"a [b] {c}"', '"a[b]"', "a\ufeffb"])
    assert.equal(bodyOf(body, { "content-type": "text/plain" }), body);
  assert.deepEqual(bodyOf('\r\n {"a": 1}', { "content-type": "text/plain" }), { a: 1 });
});

test("an object that claims to be a buffer is read as the object that it is", () => {
  const body = { ...(errorBody("not_found") as object), [Symbol.toStringTag]: "ArrayBuffer" };
  assert.equal(parse({ status: 404, body }).code, "not_found");
});

test("nothing is nothing, in every form", () => {
  for (const body of [undefined, null, "", " \n", "\ufeff", new Uint8Array(), new ArrayBuffer(0)]) {
    const error = parse({ status: 500, body });
    assert.deepEqual([error.code, error.body, error.message], ["http_500", undefined, "HTTP 500"]);
  }
});

test("a body that is no error of any envelope still gives its status", () => {
  for (const body of [42, true, "oops", [], [errorBody("not_found")], { error: null }, { error: 7 }, {}, "null"]) {
    const error = parse({ status: 500, body });
    assert.deepEqual([error.code, error.status, error.deviations.length], ["http_500", 500, 1], JSON.stringify(body));
  }
});

test("an empty code is none", () => {
  const error = parse({ status: 500, body: errorBody("") });
  assert.deepEqual([error.code, error.message], ["http_500", "for people"]);
});

test("an answer that has no body by contract does not deviate without one", () => {
  const errors = { http_404: { statuses: ["404"], category: "not_found", retry: "never", empty: true } } as const;
  assert.deepEqual(parse({ status: 404 }, { errors }).deviations, []);
  assert.equal(parse({ status: 404, body: "something" }, { errors }).deviations.length, 1);
});

test("bytes that are no UTF-8 are replaced, not refused", () => {
  const error = parse({ status: 500, body: new Uint8Array([0x62, 0xff, 0xfe, 0x61, 0x64]) });
  assert.equal(error.message, "b\ufffd\ufffdad");
});

test("a body beyond the limit is cut, and then is text", () => {
  const long = JSON.stringify(errorBody("not_found", { details: "x".repeat(1000) }));
  for (const body of [long, new TextEncoder().encode(long)]) {
    const cut = parseAnswer(sampleContract, { status: 404, body }, { maxBytes: 100 });
    assert.deepEqual([cut.code, cut.listed, cut.body], ["http_404", false, long.slice(0, 100)]);
    const whole = parseAnswer(sampleContract, { status: 404, body }, { maxBytes: long.length });
    assert.equal(whole.code, "not_found");
  }
  const { body } = parse({ status: 404, body: `{"a":"${"x".repeat(2 ** 20)}"}` });
  assert.equal((body as string).length, 2 ** 20, "the limit is 1 MiB where none is given");
});
