import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { together } from "../support/cli.js";
import { codesOf, generateFrom, head, responseWith, schemaWith } from "./documents.js";

const body = `${head}paths: { /orders: { get: { operationId: getOrders, responses: { "404": ${responseWith("gone")} } } } }\n`;

describe("a document is read in every form it may have", together, () => {
  const forms: Record<string, string | Uint8Array> = {
    LF: body,
    CRLF: body.replaceAll("\n", "\r\n"),
    "no line break at the end": body.trimEnd(),
    "a UTF-8 byte order mark": `\ufeff${body}`,
    "UTF-16, little end first": Buffer.from(`\ufeff${body}`, "utf16le"),
    "UTF-16, big end first": Buffer.from(`\ufeff${body}`, "utf16le").swap16(),
    "UTF-16 without a mark": Buffer.from(body, "utf16le"),
    "an anchor and its alias": body.replace("{ code: gone } }", "&shown { code: gone } }, x-shown: *shown"),
    // Only one of the two parsers takes these.
    "a flow map whose end is not indented": body.replace(/ \}\n$/, "\n}\n"),
    "a tag that nobody knows": `${body}x-anything: !custom text\n`,
    "a list for a key": `${body}x-anything: { [a, b]: 1 }\n`,
  };
  for (const [form, text] of Object.entries(forms))
    test(form, async (t) => {
      const run = await generateFrom(t, { "openapi.yaml": text });
      assert.equal(run.status, 0, run.stderr);
      assert.deepEqual(codesOf(run), ["gone"]);
    });
});

test("values are the same in YAML and in JSON", async (t) => {
  const values = {
    code: "gone",
    date: "2020-01-01",
    word: "no",
    version: "1.0",
    octal: "0o17",
    empty: null,
    whole: 9007199254740991,
    // Both forms lose the same digits of it.
    large: Number("12345678901234567890"),
    small: -1.5e-7,
    zero: -0,
    text: 'quotes " and \\ and \u2028 and \u{1f600}',
    "404": "a number as a key",
    __proto__: "a key like any other",
    nested: [[], {}, [{ a: [1, "1", true, "true"] }]],
  };
  const yaml = `
    code: gone
    date: 2020-01-01
    word: no
    version: "1.0"
    octal: "0o17"
    empty: ~
    whole: 9007199254740991
    large: 12345678901234567890
    small: -1.5e-7
    zero: -0
    text: "quotes \\" and \\\\ and \\u2028 and \\U0001F600"
    404: a number as a key
    __proto__: a key like any other
    nested: [[], {}, [{ a: [1, "1", true, "true"] }]]`;
  Object.defineProperty(values, "__proto__", { value: "a key like any other", enumerable: true });
  const shown = (example: string) => `${head}paths:
  /orders:
    get:
      operationId: getOrders
      responses:
        "404": { description: No., content: { application/json: { schema: ${schemaWith("gone")}, example: ${example} } } }\n`;
  const inYaml = shown("*values").replace("paths:", `x-values: &values${yaml}\npaths:`);
  const inJson = shown(JSON.stringify(values).replace('"zero":0', '"zero":-0'));
  const [first, second] = await Promise.all([
    generateFrom(t, { "openapi.yaml": inYaml }),
    generateFrom(t, { "openapi.yaml": inJson }),
  ]);
  assert.equal(first.status, 0, first.stderr);
  const bodyOf = ({ contract }: typeof first) => contract?.errors[0]?.examples[0]?.body;
  assert.deepEqual(bodyOf(first), bodyOf(second));
  assert.equal(JSON.stringify(Object.keys(bodyOf(first) as object).sort()), JSON.stringify(Object.keys(values).sort()));
});

describe("JSON is held to the same rules as YAML", together, () => {
  const document = (inside: string) => `{\n  "openapi": "3.1.0",\n  "info": { "title": "Shop" },\n${inside}\n}\n`;
  const cases: Record<string, readonly [string, RegExp]> = {
    "a key that stands twice": [
      document('  "paths": {},\n  "paths": {}'),
      /^openapi\.json:5:3: error: `paths` stands twice in one map: in line 4 too \(key-duplicate\)$/m,
    ],
    "the same key, escaped once": [
      document('  "paths": {},\n  "\\u0070aths": {}'),
      /^openapi\.json:5:3: error: `paths` stands twice in one map: in line 4 too \(key-duplicate\)$/m,
    ],
    "a key with a quote and a backslash at its end, twice": [
      document('  "x-\\"\\\\": 1, "x-\\"\\\\": 2'),
      /^openapi\.json:4:16: error: `x-"\\` stands twice/m,
    ],
    "`__proto__` twice": [
      document('  "__proto__": 1,\n  "__proto__": 2'),
      /^openapi\.json:5:3: error: `__proto__` stands twice/m,
    ],
    "nesting without an end": [
      document(`  "x-deep": ${"[".repeat(100_000)}${"]".repeat(100_000)}`),
      /^openapi\.json:4:\d+: error: the file is nested more than 200 levels deep \(document-malformed\)$/m,
    ],
    "a list in the place of a document": ["[]", /^openapi\.json:1:1: error: the file holds no map of keys and values/m],
  };
  for (const [name, [text, message]] of Object.entries(cases))
    test(name, async (t) => {
      const { status, stderr } = await generateFrom(t, { "openapi.json": text });
      assert.match(stderr, message);
      assert.equal(status, 1);
    });
});

describe("what has no meaning in JSON is refused", together, () => {
  for (const value of ["!!binary aGVsbG8=", "!!set { a, b }", "!!omap [a: 1]", "!!timestamp 2020-01-01"])
    test(value, async (t) => {
      const { status, stderr } = await generateFrom(t, { "openapi.yaml": `${head}paths: {}\nx-value: ${value}\n` });
      assert.match(stderr, /^openapi\.yaml:5:\d+: error: `!!\w+` makes a value that JSON has no type for/m);
      assert.equal(status, 1);
    });
});

test("the place of a problem in a document without line breaks is shown with what stands near by", async (t) => {
  const paths = { "/orders": { get: { responses: { "404": { $ref: "#/components/responses/None" } } } } };
  const prepared = { id: "shop", envelopes: [{ name: "error", code: "/code" }] };
  const far = {
    openapi: "3.1.0",
    info: { title: "Shop", description: "x".repeat(5000) },
    "x-error-contract": prepared,
    paths,
  };
  const { stderr } = await generateFrom(t, { "openapi.json": JSON.stringify(far) });
  const column = JSON.stringify(far).indexOf('"#/components') + 1;
  assert.match(stderr, new RegExp(`^openapi\\.json:1:${column}: error: .* leads nowhere`, "m"));
  const [, line = "", mark = ""] = stderr.split("\n");
  assert.equal(line.slice(mark.indexOf("^")).slice(0, 14), '"#/components/');
  assert.ok(line.length < 200, line);
});
