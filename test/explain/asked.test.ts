import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { explain } from "../../generator/api/explain.js";
import { runCli } from "../support/cli.js";

const folder = mkdtempSync(join(tmpdir(), "explain-asked-"));
after(() => rmSync(folder, { recursive: true }));

/** Responses of an operation, each with one code; with none, its body is not described. */
function operation(operationId: string, codes: Readonly<Record<string, string | undefined>>) {
  const answers = Object.entries(codes).map(([status, code]) => {
    const schema = { $ref: `#/components/schemas/${code}` };
    const example = { error: { code, message: "No." } };
    const described = { description: "No.", content: { "application/json": { schema, example } } };
    return [status, code === undefined ? { description: "No." } : described];
  });
  return { operationId, responses: Object.fromEntries(answers) };
}

const codes = ["crate_not_found", "bad_request", "crate_in_use", "not_yours", "page_lost"];

function document(id: string, paths: object, server = `https://{region}.${id}.example/v2`) {
  const path = join(folder, `${id}.json`);
  const schemas = codes.map((code) => [
    code,
    {
      title: code,
      description: "It did not work.",
      type: "object",
      required: ["error"],
      properties: {
        error: {
          type: "object",
          required: ["code", "message"],
          properties: { code: { const: code }, message: { type: "string" } },
        },
      },
    },
  ]);
  const contents = {
    openapi: "3.1.0",
    info: { title: id, version: "1.0.0" },
    servers: [{ url: server, variables: { region: { default: "eu" } } }],
    "x-error-contract": { id, envelopes: [{ name: "error", code: "/error/code", message: "/error/message" }] },
    paths,
    components: { schemas: Object.fromEntries(schemas) },
  };
  writeFileSync(path, JSON.stringify(contents));
  return path;
}

const depot = document("depot", {
  "/crates/{id}": {
    get: operation("getCrate", { 404: "crate_not_found", 410: undefined, "4XX": "bad_request" }),
    delete: operation("deleteCrate", { 409: "crate_in_use" }),
  },
  "/crates/{id}:archive": { post: operation("archiveCrate", { 404: "crate_not_found" }) },
  "/crates/mine": { get: operation("myCrates", { 403: "not_yours", 404: "not_yours" }) },
  "/{page}": { get: operation("getPage", { 404: "page_lost" }) },
});
const archive = document("archive", { "/boxes/{id}": { get: operation("getBox", { 404: "crate_not_found" }) } });

interface Asked {
  readonly method?: string;
  readonly url: string;
  readonly status: number;
  readonly code: string;
}

/** A recording of a browser with one answer. */
function recorded({ method = "GET", url, status, code }: Asked): string {
  const content = { mimeType: "application/json", text: JSON.stringify({ error: { code, message: "No." } }) };
  const response = { status, headers: [{ name: "content-type", value: "application/json" }], content };
  return JSON.stringify({ log: { entries: [{ request: { method, url }, response }] } });
}

function answerIn(input: string, ...documents: string[]) {
  const named = documents.flatMap((path) => ["--document", path]);
  const { stdout, stderr } = runCli(["explain", "--format", "json", ...named], { cwd: folder, input });
  assert.notEqual(stdout, "", stderr);
  const { api, answer, message } = JSON.parse(stdout);
  const departs = answer?.deviations.map(({ expected, found }: Record<string, string>) => `${expected}: ${found}`);
  return { api, message, operation: answer?.operation, listed: answer?.listed, departs };
}

describe("an answer whose request is known", () => {
  const places: readonly (readonly [method: string, url: string, operation: string | undefined])[] = [
    ["GET", "https://eu.depot.example/v2/crates/7", "getCrate"],
    ["get", "https://eu.depot.example/v2/crates/7/?full=1#x", "getCrate"],
    ["HEAD", "https://eu.depot.example/v2/crates/7", "getCrate"],
    ["GET", "https://us.depot.example/v2/crates/a%2Fb", "getCrate"],
    ["GET", "https://gateway.example/depot/crates/7", "getCrate"],
    ["GET", "https://eu.depot.example/v2/crates/mine", "myCrates"],
    ["GET", "https://eu.depot.example/v2/cr%61tes/mine", "myCrates"],
    ["POST", "https://eu.depot.example/v2/crates/7:archive", "archiveCrate"],
    ["GET", "https://eu.depot.example/v2/about", "getPage"],
    ["PATCH", "https://eu.depot.example/v2/crates/7", undefined],
    ["POST", "https://eu.depot.example/v2/crates/7", undefined],
    ["GET", "https://elsewhere.example/about", undefined],
    ["GET", "/crates/%E0%A4%A", "getCrate"],
  ];
  for (const [method, url, operation] of places)
    test(`is read as one of ${operation ?? "no operation"}: ${method} ${url}`, () => {
      const { operation: found } = answerIn(recorded({ method, url, status: 404, code: "crate_not_found" }), depot);
      assert.equal(found, operation);
    });

  const here = "https://eu.depot.example/v2/crates/7";
  const answers: readonly (readonly [name: string, asked: Asked, listed: boolean, departs: readonly string[]])[] = [
    ["as declared", { url: here, status: 404, code: "crate_not_found" }, true, []],
    ["declared for the range", { url: here, status: 422, code: "bad_request" }, true, []],
    [
      "declared for the range, where the status has codes of its own",
      { url: here, status: 404, code: "bad_request" },
      true,
      ["an error of getCrate with status 404: bad_request"],
    ],
    ["of a status that says nothing of its bodies", { url: here, status: 410, code: "bad_request" }, true, []],
    [
      "of another operation",
      { url: here, status: 409, code: "crate_in_use" },
      false,
      ["an error of getCrate: crate_in_use"],
    ],
    [
      "with a status that others give it with, and this operation does not",
      { url: "https://eu.depot.example/v2/crates/7:archive", method: "POST", status: 410, code: "crate_not_found" },
      true,
      ["status 404: status 410"],
    ],
  ];
  for (const [name, asked, listed, departs] of answers)
    test(`is held against its operation: a code ${name}`, () => {
      const { listed: isListed, departs: found } = answerIn(recorded(asked), depot);
      assert.deepEqual([isListed, found], [listed, departs]);
    });

  test("is of the API that has the place, where several have the code", () => {
    const url = "https://eu.archive.example/v2/boxes/7";
    const { api, operation } = answerIn(recorded({ url, status: 404, code: "crate_not_found" }), depot, archive);
    assert.deepEqual([api, operation], ["archive", "getBox"]);
  });

  const body = { error: { code: "not_yours", message: "No." } };
  const texts: Readonly<Record<string, string>> = {
    "what curl -v prints": `> GET /v2/crates/7 HTTP/2\n> host: eu.depot.example\n> \n< HTTP/2 404 \n< \n${JSON.stringify(body)}`,
    "a line of a log": JSON.stringify({ method: "GET", url: "/v2/crates/7", status: 404, body }),
    "a line of a log with the request beside": JSON.stringify({
      req: { method: "GET", url: "/crates/7" },
      res: { statusCode: 404, body: JSON.stringify(body) },
    }),
    "an interaction of a pact": JSON.stringify({
      interactions: [{ request: { method: "get", path: "/crates/7" }, response: { status: 404, body } }],
    }),
  };
  for (const [name, text] of Object.entries(texts))
    test(`is known by it: ${name}`, () => {
      const { operation, departs } = answerIn(text, depot);
      assert.deepEqual([operation, departs], ["getCrate", ["an error of getCrate: not_yours"]]);
    });

  test("shows what it answers, and that the operation does not declare its code", () => {
    const input = recorded({ url: here, status: 409, code: "crate_in_use" });
    const { stdout } = runCli(["explain", "--document", depot], { cwd: folder, input });
    assert.match(stdout, /^crate_in_use not a code that this operation declares$/m);
    assert.match(stdout, /^Answer to +getCrate \(GET \/crates\/\{id\}\)$/m);
    assert.doesNotMatch(stdout, /^Treat as/m);
  });

  test("from a program, says the request beside the answer", async () => {
    const answer = { status: 404, body: { error: { code: "bad_request", message: "No." } } };
    const explained = await explain({ ...answer, request: { method: "GET", url: here } }, depot);
    assert.equal(explained.answer?.operation, "getCrate");
    assert.equal(explained.answer?.deviations.length, 1);
    assert.equal((await explain(answer, depot)).answer?.deviations.length, 0);
  });

  test("is found in a recording of 8 MB", () => {
    const entry = { request: { method: "GET", url: "https://x.example/a.js" } };
    const large = { ...entry, response: { status: 200, headers: [], content: { text: "{".repeat(8_000_000) } } };
    const { log } = JSON.parse(recorded({ url: here, status: 404, code: "crate_not_found" }));
    const text = JSON.stringify({ log: { entries: [large, ...log.entries] } });
    assert.equal(answerIn(text, depot).operation, "getCrate");
  });

  for (const [name, line] of Object.entries({
    "an access log": '127.0.0.1 - - [28/Nov/2026] "GET /v2/crates/7 HTTP/1.1" 404 55 "-" "curl"',
    "the console of a browser": "GET https://eu.depot.example/v2/crates/7 404 (Not Found)",
  }))
    test(`is known by a line without a body: ${name}`, () => {
      const input = `${line}\n`;
      const { stdout } = runCli(["explain", "--document", depot], { cwd: folder, input });
      assert.match(stdout, /^Answer to +getCrate .*\nStatus +404$/m);
    });
});

describe("what is no answer is not taken for one", () => {
  const entry = { request: { method: "GET", url: "https://eu.depot.example/v2/crates/7" } };
  const har = (status: unknown, content: object) =>
    JSON.stringify({ log: { entries: [{ ...entry, response: { status, headers: [], content } }] } });
  const gzipped = "H4sIAAAAAAAAA6tWSi0qyi9SsqpWSs5PSVWyUkouSkwtiU/MKy5OLVKqrQUA3G9UBiEAAAA=";
  const inputs: Readonly<Record<string, readonly [input: string, message: RegExp]>> = {
    "any text, where `default` is declared": ["it failed somehow\n", /this body alone does not say which error it is/],
    "a recording with nothing in it": ['{"log":{"entries":[]}}', /no answer of this recording/],
    "a request that was aborted": [har(0, { text: "" }), /no answer of this recording/],
    "a good answer": [har(200, { text: '{"id":7}' }), /no answer of this recording/],
    "a compressed body": [har(404, { text: gzipped, encoding: "base64" }), /compressed.*\n.*curl --compressed/],
  };
  const open = document("open", { "/crates/{id}": { get: operation("getCrate", { default: "page_lost" }) } });
  for (const [name, [input, message]] of Object.entries(inputs))
    test(name, () => {
      const { status, stdout, stderr } = runCli(["explain", "--document", open], { cwd: folder, input });
      assert.deepEqual([status, stdout], [1, ""]);
      assert.match(stderr, message);
    });

  test("and an error in a good answer is one", () => {
    const text = JSON.stringify({ error: { code: "page_lost", message: "No." } });
    const { stdout } = runCli(["explain", "--document", open], { cwd: folder, input: har("200", { text }) });
    assert.match(stdout, /^page_lost\n\nAnswer to .*\nStatus +200$/m);
  });
});
