import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { startCli, temporaryFolder, together } from "../support/cli.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const document = (name: string) => join(fixtures, name, "openapi.yaml");

interface Written {
  readonly envelopes: readonly object[];
  readonly errors: readonly { readonly code: string; readonly wire: boolean; readonly evidence: string }[];
  readonly operations: readonly { readonly responses: readonly { readonly codes: readonly string[] }[] }[];
}

function errorsJson(folder: string): Written {
  const [id = ""] = readdirSync(folder);
  return JSON.parse(readFileSync(join(folder, id, "errors.json"), "utf8")) as Written;
}

describe("scan says what a document says about its errors", together, () => {
  test("as text, to be read in a minute", async () => {
    const { status, stdout, stderr } = await startCli(["scan", "openapi.yaml"], {
      cwd: join(fixtures, "extensions"),
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^extensions \(extensions\)\n {2}3 of 3 operations say what their errors are, in 6 answers\n/);
    assert.match(stdout, /\nEnvelopes \(1\)\n {2}code: \/code, 6 of 6 \(100 %\)\n/);
    assert.match(stdout, /\nCodes \(9\)\n/);
    assert.match(stdout, /\n {2}NO_CARD {2}402 {2}extension {2}openapi\.yaml:13:\d+\n/);
    assert.match(stdout, /\n {2}and 1 more\n/);
  });

  test("as JSON, with what is seen and does not count", async () => {
    const { status, stdout } = await startCli(["scan", document("codes-in-prose"), "--format", "json"]);
    assert.equal(status, 0);
    const { codes } = JSON.parse(stdout) as { codes: { code: string; evidence: string; listed: boolean }[] };
    assert.deepEqual(
      codes.map(({ code, evidence, listed }) => [code, evidence, listed]),
      [
        ["item_name_invalid", "prose", false],
        ["too_many_items", "prose", false],
      ],
    );
  });

  test("answers without body or code, operations without errors, errors in success, spellings", async (t) => {
    const folder = temporaryFolder(t);
    const failed = (code: string) =>
      `{ description: No, content: { application/json: { schema: { $ref: "#/components/schemas/F" }, example: { code: ${code} } } } }`;
    writeFileSync(
      join(folder, "openapi.yaml"),
      `openapi: 3.0.3
info: { title: Mixed, version: "1" }
paths:
  /a: { get: { responses: { "200": { description: Fine, content: { application/json: { schema: { properties: { errors: { type: array } } } } } } } } }
  /b: { get: { responses: { "404": ${failed("not_found")}, "410": ${failed("not-found")}, "409": ${failed("5")}, "500": { description: Broken } } } }
  /c: { get: { responses: { "400": { description: Bad, content: { application/json: { schema: { properties: { message: { type: string } } } } } } } } }
components: { schemas: { F: { type: object, properties: { code: { type: string }, name: { type: string }, message: { type: string } } } } }
`,
    );
    const { stdout } = await startCli(["scan", "openapi.yaml"], { cwd: folder });
    for (const section of [
      "Codes that differ only in form (1)\n  not-found, not_found\n",
      "Operations without errors (1)\n  GET /a\n",
      "Answers without body (1)\n  GET /b 500\n",
      "Answers without code (1)\n  GET /c 400\n",
      "Errors inside success answers (1)\n  GET /a 200: /errors\n",
      "Places that could hold the code too (1)\n  /name: 3 of 5 (60 %)\n",
    ])
      assert.ok(stdout.includes(`\n${section}`), `${section}\nin\n${stdout}`);
    assert.match(stdout, /\nExamples that contradict \(1\)\n {2}openapi\.yaml:5:\d+: /, stdout);
  });

  test("a list of everything is one line", async (t) => {
    const folder = temporaryFolder(t);
    const statuses = [400, 401, 403, 404, 405, 409, 410, 422, 429];
    const responses = statuses.map((status) => `"${status}": { description: No }`).join(", ");
    const head = "openapi: 3.0.3\ninfo: { title: Bare, version: '1' }\n";
    writeFileSync(join(folder, "openapi.yaml"), `${head}paths: { /a: { get: { responses: { ${responses} } } } }\n`);
    const { stdout } = await startCli(["scan", "openapi.yaml"], { cwd: folder });
    assert.match(stdout, /\nAnswers without body: all 9\n/);
    assert.doesNotMatch(stdout, /GET \/a 400/);
  });

  test("a document that can't be read is refused with its position, and no overlay is written", async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "openapi.yaml"), "swagger: '2.0'\n");
    const { status, stdout, stderr } = await startCli(["scan", "openapi.yaml", "--overlay", "o.yaml"], { cwd: folder });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.match(stderr, /^openapi\.yaml:1:10: error: .*\(document-unsupported\)\n/);
    assert.deepEqual(readdirSync(folder), ["openapi.yaml"]);
  });
});

describe("an overlay that scan wrote prepares the document", together, () => {
  // Codes of other files can't be reached by an overlay, and the last is prepared already.
  const left = ["files-and-pointers", "contract-without-envelopes"];
  for (const name of readdirSync(fixtures).filter((one) => !left.includes(one)))
    test(name, async (t) => {
      const folder = temporaryFolder(t);
      const overlay = join(folder, "overlay.yaml");
      const scan = await startCli(["scan", document(name), "--overlay", overlay]);
      assert.equal(scan.status, 0, scan.stderr);
      const [plain, overlaid] = [join(folder, "plain"), join(folder, "overlaid")];
      const generate = (more: readonly string[]) => startCli(["generate", document(name), "--emit", "json", ...more]);
      assert.equal((await generate(["-o", plain])).status, 0);
      const second = await generate(["-o", overlaid, "--overlay", overlay]);
      assert.equal(second.status, 0, second.stderr);

      const [before, after] = [errorsJson(plain), errorsJson(overlaid)];
      assert.deepEqual(after.envelopes, before.envelopes);
      assert.deepEqual(after.operations, before.operations);
      const codes = ({ errors }: Written) => errors.filter(({ wire }) => wire).map(({ code }) => code);
      assert.deepEqual(codes(after), codes(before));
      const evidence = new Set(after.errors.filter(({ wire }) => wire).map((error) => error.evidence));
      assert.ok(!evidence.has("response-example"), "a prepared document lists its codes");
    });

  test("redocly.yaml names it too", async (t) => {
    const folder = temporaryFolder(t);
    const text = readFileSync(document("codes-in-response-examples"), "utf8");
    writeFileSync(join(folder, "openapi.yaml"), text);
    assert.equal((await startCli(["scan", "openapi.yaml", "--overlay", "o.yaml"], { cwd: folder })).status, 0);
    const { overlay } = parse(readFileSync(join(folder, "o.yaml"), "utf8")) as { overlay: string };
    assert.equal(overlay, "1.0.0");
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis: { a: { root: openapi.yaml, x-openapi-errors: { overlay: o.yaml, emit: json, output: out } } }\n",
    );
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 0, stderr);
    const evidences = errorsJson(join(folder, "out")).errors.map(({ evidence }) => evidence);
    assert.deepEqual([...new Set(evidences)], ["extension", "prose"].slice(0, new Set(evidences).size));
  });
});
