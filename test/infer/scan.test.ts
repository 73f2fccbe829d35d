import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readOverlaid } from "../../generator/read/overlay.js";
import { readContract } from "../../generator/read-contract.js";
import { contractJson } from "../../generator/view/data/contract-json.js";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { alike, type Written } from "./alike.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
const document = (name: string) => join(fixtures, name, "openapi.yaml");

function errorsJson(folder: string): Written {
  const id = readdirSync(folder).find((name) => !name.startsWith(".")) ?? "";
  return JSON.parse(readFileSync(join(folder, id, "errors.json"), "utf8")) as Written;
}

/** errors.json, without a process of its own for each of the many fixtures. */
async function errorsRead(name: string, ...overlays: readonly string[]): Promise<Written> {
  const path = document(name);
  const overlaid = overlays.length > 0 ? await readOverlaid(path, overlays) : undefined;
  const { read, problems } = readContract(path, undefined, { overlaid });
  assert.deepEqual(
    problems.filter(({ level }) => level === "error"),
    [],
  );
  return JSON.parse(JSON.stringify(contractJson(read!.contract))) as Written;
}

describe("scan says what a document says about its errors", together, () => {
  test("as text, to be read in a minute", async () => {
    const { status, stdout, stderr } = await startCli(["scan", "openapi.yaml"], {
      cwd: join(fixtures, "extensions"),
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^extensions\nextensions \(6 error answers in all of 3 operations\)\n/);
    assert.match(stdout, /\n\n {2}6 {2}100 % {2}show a body\n {2}6 {2}100 % {2}have a place for a code\n/);
    assert.match(stdout, /\nEnvelopes \(1\)\n {2}code {2}\/code {2}6 {2}100 %\n/);
    assert.match(stdout, /\nCodes \(9\)\n/);
    assert.match(stdout, /\n {2}NO_CARD +402 +extension {2}openapi\.yaml:13:\d+\n/);
    assert.match(stdout, /\n {2}and 1 more\n/);
    assert.match(stdout, /\nNext\n {2}openapi-errors generate openapi\.yaml +types, a parser and test vectors /);
  });

  test("in columns, whatever the width of its characters, and from the top of the document", async (t) => {
    const folder = temporaryFolder(t);
    const operation = (code: string) => ({
      get: { responses: { 404: { description: "No", content: { "application/json": { example: { code } } } } } },
    });
    const codes = ["エラー", "오류", "🔥", "not_found", ...Array.from({ length: 12 }, () => "ａ")];
    const paths = Object.fromEntries(codes.map((code, index) => [`/${index}`, operation(code)]));
    const document = { openapi: "3.0.3", info: { title: "Wide", version: "1" }, paths };
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document, null, 1));
    const { stdout } = await startCli(["scan", "openapi.json"], { cwd: folder });
    const place = "404  response-example  openapi\\.json";
    for (const row of ["not_found", "エラー   ", "오류     ", "🔥       ", "ａ       "])
      assert.match(stdout, new RegExp(`\n  ${row}  ${place}:\\d+:\\d+(?: and 11 more)?\n`));
    const found = await startCli(["scan", "openapi.json", "--format", "json"], { cwd: folder });
    const { codes: listed } = JSON.parse(found.stdout) as { codes: { code: string; places: string[] }[] };
    const lines = listed.find(({ code }) => code === "ａ")?.places.map((one) => Number(one.split(":")[1])) ?? [];
    assert.deepEqual([lines.length, lines], [12, lines.toSorted((a, b) => a - b)]);
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
      "Errors inside success answers (1)\n  /errors  1  GET /a 200\n",
      "Places that could hold the code too (1)\n  /name  3  60 %\n",
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

  test("an overlay that somebody completed is never written over, nor is the document itself", async (t) => {
    const folder = temporaryFolder(t);
    const text = readFileSync(document("codes-in-response-examples"), "utf8");
    writeFileSync(join(folder, "openapi.yaml"), text);
    const scan = (overlay: string) => startCli(["scan", "openapi.yaml", "--overlay", overlay], { cwd: folder });
    assert.equal((await scan("o.yaml")).status, 0);
    assert.equal((await scan("o.yaml")).status, 0, "the same may be written again");
    const completed = readFileSync(join(folder, "o.yaml"), "utf8").replace(/# TODO.*/, "# done");
    writeFileSync(join(folder, "o.yaml"), completed);
    for (const [overlay, kept] of [
      ["o.yaml", completed],
      ["openapi.yaml", text],
    ] as const) {
      const { status, stdout, stderr } = await scan(overlay);
      assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
      assert.match(stderr, /: error: `.+` is there already, .+\(file-kept\)\n {2}fix: name another file /);
      assert.equal(readFileSync(join(folder, overlay), "utf8"), kept);
    }
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

test("generate infers nothing in silence", async (t) => {
  const generate = ["generate", document("codes-in-response-examples"), "--emit", "json", "-o", temporaryFolder(t)];
  const inferred = /^.+openapi\.yaml: \d+ codes? in \d+ of \d+ error answers?, inferred without x-error-contract; /;
  for (const _ of ["first", "up to date"]) assert.match((await startCli(generate)).stderr, inferred);
});

describe("what is wrong is told as it was asked for", together, () => {
  const wrong: Readonly<Record<string, readonly [args: readonly string[], code: string, status: number]>> = {
    "an overlay that can't be written": [["openapi.yaml", "--overlay", "file/o.yaml"], "file-unwritable", 2],
    "a file that is somebody's": [["openapi.yaml", "--overlay", "file"], "file-kept", 1],
    "a document that is not there": [["other.yaml"], "file-unreadable", 2],
  };
  for (const [name, [args, code, status]] of Object.entries(wrong))
    test(name, async (t) => {
      const folder = temporaryFolder(t);
      cpSync(document("oauth-error"), join(folder, "openapi.yaml"));
      writeFileSync(join(folder, "file"), "mine");
      const scan = (format: string) => startCli(["scan", ...args, "--format", format], { cwd: folder });
      const json = await scan("json");
      assert.deepEqual([json.status, json.stderr], [status, ""]);
      const { problems } = JSON.parse(json.stdout) as { problems: readonly { code: string }[] };
      assert.deepEqual(
        problems.map((problem) => problem.code),
        [code],
      );
      const github = await scan("github");
      assert.match(github.stdout, new RegExp(`^::error file=[^\\n]+${code}::[^\\n]+\\n$`));
    });

  test("beside the report, what contradicts", async () => {
    const { status, stdout } = await startCli(["scan", document("json-written-as-text"), "--format", "github"]);
    assert.equal(status, 0);
    assert.match(stdout, /^::notice file=.+example-breaks-schema::.+\njson-written-as-text\n/);
  });
});

describe("an overlay that scan wrote prepares the document", together, () => {
  const preparedAlready = "contract-without-envelopes";
  for (const name of readdirSync(fixtures).filter((one) => one !== preparedAlready))
    test(name, async (t) => {
      const overlay = join(temporaryFolder(t), "overlay.yaml");
      const scan = await startCli(["scan", document(name), "--overlay", overlay]);
      assert.equal(scan.status, 0, scan.stderr);

      const [before, after] = [await errorsRead(name), await errorsRead(name, overlay)];
      assert.deepEqual(alike(after), alike(before));
      const evidence = new Set(after.errors.filter(({ wire }) => wire).map((error) => error.evidence));
      assert.ok(!evidence.has("response-example"), "a prepared document lists its codes");
    });

  test("it says what is left to be written, what was seen, and what is out of its reach", async (t) => {
    const folder = temporaryFolder(t);
    const overlayFor = async (name: string) => {
      const overlay = join(folder, `${name}.yaml`);
      const { status, stderr } = await startCli(["scan", document(name), "--overlay", overlay]);
      assert.equal(status, 0, stderr);
      return readFileSync(overlay, "utf8");
    };
    assert.match(await overlayFor("codes-in-prose"), /^# Seen, not listed here: item_name_invalid, too_many_items\.$/m);
    assert.match(
      await overlayFor("codes-in-response-examples"),
      /\n +# TODO: resolution: what the reader does about it\n/,
    );
    assert.match(
      await overlayFor("no-code-at-all"),
      /\n +# TODO: resolution, for all answers with this status; or the codes of this one in/,
    );
    const answer = "{ description: No, content: { application/json: { example: { code: gone, message: m } } } }";
    const responses = '{ "410": { $ref: "other.yaml" } }';
    writeFileSync(join(folder, "other.yaml"), answer);
    writeFileSync(
      join(folder, "openapi.yaml"),
      `openapi: 3.0.3\ninfo: { title: Two, version: "1" }\npaths: { /a: { get: { responses: ${responses} } } }\n`,
    );
    const two = await startCli(["scan", "openapi.yaml", "--overlay", "o.yaml"], { cwd: folder });
    assert.match(two.stderr, /^o\.yaml: 1 action; codes out of its reach stay listed by what lists them: 1\n$/);
    assert.match(
      readFileSync(join(folder, "o.yaml"), "utf8"),
      /^# These stand in other files or beside the answers, .+: gone\.$/m,
    );
    const generate = ["generate", "openapi.yaml", "--emit", "json"];
    assert.equal((await startCli([...generate, "-o", "plain"], { cwd: folder })).status, 0);
    assert.equal((await startCli([...generate, "-o", "overlaid", "--overlay", "o.yaml"], { cwd: folder })).status, 0);
    assert.deepEqual(errorsJson(join(folder, "overlaid")), errorsJson(join(folder, "plain")));
  });

  test("it reaches paths of any characters, and keeps what they answer", async (t) => {
    const folder = temporaryFolder(t);
    const paths = [
      "/token#refresh",
      "/it's/a~b/{x}",
      '/"q"/back\\\\slash',
      "/[a]/$.x/*",
      "/\u00fcn\u00ef/\u{1f600}",
      "/__proto__",
    ];
    const answers = (index: number) => ({
      get: {
        responses: {
          "4xx": {
            description: "No",
            content: { "application/json": { example: { code: `code_${index}`, message: "m" } } },
          },
        },
      },
    });
    const openapi = { openapi: "3.0.3", info: { title: "Odd", version: "1" } };
    const items = JSON.stringify(Object.fromEntries(paths.map((path, index) => [path, answers(index)])));
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(openapi).replace(/}$/, `,"paths":${items}}`));
    assert.equal((await startCli(["scan", "openapi.json", "--overlay", "o.yaml"], { cwd: folder })).status, 0);
    const generate = ["generate", "openapi.json", "--emit", "json"];
    assert.equal((await startCli([...generate, "-o", "plain"], { cwd: folder })).status, 0);
    const second = await startCli([...generate, "-o", "overlaid", "--overlay", "o.yaml"], { cwd: folder });
    assert.equal(second.status, 0, second.stderr);
    assert.doesNotMatch(second.stderr, /overlay-unused/);
    assert.deepEqual(errorsJson(join(folder, "overlaid")).operations, errorsJson(join(folder, "plain")).operations);
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

    // The scan is of the document alone: what all other commands apply is named, to people only.
    const plain = await startCli(["scan", "openapi.yaml"], { cwd: folder });
    const note =
      "o.yaml in redocly.yaml is not applied: scan is about the document alone; `openapi-errors generate a` applies it\n";
    assert.deepEqual([plain.status, plain.stderr], [0, note]);
    const json = await startCli(["scan", "a", "--format", "json"], { cwd: folder });
    assert.deepEqual([json.status, json.stderr], [0, ""]);
  });
});
