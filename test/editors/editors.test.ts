import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { documentSchemaFile } from "../../build/write-document-schema.js";
import { type Editor, openEditor } from "./language-server.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const modeline = `# yaml-language-server: $schema=${fileURLToPath(documentSchemaFile)}\n`;

/** Every place where the extensions may stand, by what stands above it and how deep. */
const places: readonly (readonly [name: string, extension: string, above: string])[] = [
  ["a component schema", "x-error", "components:\n  schemas:\n    Full:\n      x-error:\n        "],
  ["a component response", "x-error", "components:\n  responses:\n    Full:\n      x-error:\n        "],
  [
    "a response of an operation",
    "x-error",
    'paths:\n  /a:\n    get:\n      responses:\n        "404":\n          x-error:\n            ',
  ],
  [
    "a response of a webhook",
    "x-error",
    'webhooks:\n  a:\n    post:\n      responses:\n        "404":\n          x-error:\n            ',
  ],
  [
    "a code of an enum",
    "x-error",
    "components:\n  schemas:\n    Code:\n      x-error:\n        codes:\n          full:\n            ",
  ],
  ["the root", "x-error-codes", "x-error-codes:\n  full:\n    "],
  ["an operation", "x-error-codes", "paths:\n  /a:\n    get:\n      x-error-codes:\n        full:\n          "],
  [
    "a response",
    "x-error-codes",
    'paths:\n  /a:\n    get:\n      responses:\n        "404":\n          x-error-codes:\n            - code: full\n              ',
  ],
  [
    "a schema in a response",
    "x-error-codes",
    'paths:\n  /a:\n    get:\n      responses:\n        "404":\n          content:\n            application/json:\n              schema:\n                properties:\n                  code:\n                    x-error-codes:\n                      full:\n                        ',
  ],
  [
    "an alternative of a component schema",
    "x-error-codes",
    "components:\n  schemas:\n    Any:\n      oneOf:\n        - properties:\n            code:\n              x-error-codes:\n                - code: full\n                  ",
  ],
];

describe("an editor with yaml-language-server and the schema for documents", () => {
  let editor: Editor;
  before(async () => {
    editor = await openEditor(project);
  });
  after(() => editor.close());

  for (const [name, extension, above] of places) {
    test(`${extension} of ${name}: a misspelt member is marked, the right one is not`, async () => {
      const wrong = await editor.diagnostics(`${modeline}${above}retri: never\n`);
      assert.equal(wrong.length, 1, JSON.stringify(wrong));
      assert.match(wrong[0]!.message, /retri/);
      assert.equal(wrong[0]!.range.start.line, above.split("\n").length);
      assert.deepEqual(await editor.diagnostics(`${modeline}${above}retry: never\n`), []);
    });

    test(`${extension} of ${name}: its members are offered, and explained`, async () => {
      const offered = await editor.completions(`${modeline}${above}re¦`);
      for (const member of ["retry", "resolution"]) assert.ok(offered.includes(member), `${member}: ${offered}`);
      assert.ok(!offered.includes("recoveryHint"));
      assert.match(await editor.hover(`${modeline}${above}re¦try: never\n`), /may be sent again/);
    });
  }

  test("the contract: members are offered, explained and checked", async () => {
    assert.ok((await editor.completions(`${modeline}x-err¦`)).includes("x-error-contract"));
    const envelope = "x-error-contract:\n  envelopes:\n    - name: a\n      code: /code\n      ";
    assert.ok((await editor.completions(`${modeline}${envelope}re¦`)).includes("requestId"));
    assert.match(await editor.hover(`${modeline}${envelope}req¦uestId: /id\n`), /quote to support/);
    assert.equal((await editor.diagnostics(`${modeline}${envelope}requestid: /id\n`)).length, 1);
    assert.deepEqual(
      await editor.completions(`${modeline}components:\n  schemas:\n    A:\n      x-error:\n        retry: ¦`),
      ["never", "backoff", "after-delay"],
    );
  });

  for (const file of readdirSync(`${project}spec`))
    test(`nothing is said of ${file}`, async () => {
      assert.deepEqual(await editor.diagnostics(`${modeline}${readFileSync(`${project}spec/${file}`, "utf8")}`), []);
    });

  test("nothing is said of documents that know nothing of the extensions", async () => {
    const fixtures = `${project}test/infer/fixtures/`;
    for (const name of readdirSync(fixtures)) {
      const text = readFileSync(`${fixtures}${name}/openapi.yaml`, "utf8");
      if (/x-error(?:-codes|-contract)?:/.test(text)) continue;
      const found = await editor.diagnostics(`${modeline}${text}`);
      assert.deepEqual(
        found.filter(({ message }) => !/anchor|tag/i.test(message)),
        [],
        name,
      );
    }
  });
});

test("the schema for documents is one of draft-07, and nothing else", () => {
  const schema = JSON.parse(readFileSync(documentSchemaFile, "utf8"));
  assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
  const check = new Ajv({ strictSchema: true, strictTypes: false }).compile(schema);
  const spelt = { "x-error-codes": [{ errorCode: "full", recoveryHint: "Wait.", "x-more": 1 }] };
  assert.ok(check(spelt), JSON.stringify(check.errors));
  assert.ok(!check({ "x-error-codes": [{ errorCode: "full", recoveryhint: "Wait." }] }));
  assert.ok(!check({ "x-error-codes": [{ title: "No code" }] }));
});
