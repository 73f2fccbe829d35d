import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startCli, temporaryFolder, together } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
/** One of the documents: most of what is shown takes no more. */
const [momail, themes] = ["momail", "themes"].map((id) => ["--document", join(project, `spec/${id}.yaml`)]) as [
  string[],
  string[],
];

function explain(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return startCli(["explain", ...args], { cwd: project, env });
}

describe("explain shows the page of a code", together, () => {
  test("all that the contract says, under headings", async () => {
    const { status, stdout, stderr } = await explain(["tenant_limit_reached"]);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.match(stdout, /^Tenant limit reached\ntenant_limit_reached \(an error of TenantCore API, tenantcore\)\n\n/);
    for (const line of [
      /^Status {5}402: Something has to be paid for first/m,
      /^Category {3}quota$/m,
      /^Retry {6}Do not retry\. The same request gives the same answer/m,
      /^One more tenant would be more than your plan allows/m,
      /^What to do\n {2}Move to a larger plan/m,
      /^Details\n {2}connected_tenants_count {2}integer, always\n {4}How many tenants you have now\.$/m,
      /^Example: 402, .+\n {2}Content-Type: application\/json\n\n {2}\{\n {4}"detail": \{$/m,
      /^Given by\n {2}POST \/v1\/tenants {2}createTenant$/m,
      /^Distinct from\n {2}no_api_plan {2}402: No active API plan$/m,
    ])
      assert.match(stdout, line);
  });

  for (const columns of [40, 132])
    test(`wrapped to ${columns} columns`, async () => {
      const { stdout } = await explain(["rate_limited", ...themes], { COLUMNS: String(columns) });
      const widths = stdout.split("\n").map((line) => line.length);
      assert.ok(Math.max(...widths) <= columns, stdout);
      assert.ok(Math.max(...widths) > columns - 20, "the width is used");
      assert.match(stdout, /"code": "rate_limited"/);
    });

  test("80 columns in a pipe, and no colours but where they are forced", async () => {
    const [plain, forced] = await Promise.all([
      explain(["EMAIL_TAKEN", ...momail], { COLUMNS: "" }),
      explain(["EMAIL_TAKEN", ...momail], { FORCE_COLOR: "1" }),
    ]);
    assert.doesNotMatch(plain.stdout, /\u001b/);
    const widest = Math.max(...plain.stdout.split("\n").map((line) => line.length));
    assert.ok(widest <= 80 && widest > 60, plain.stdout);
    assert.match(forced.stdout, /^\u001b\[1mEmail address taken\u001b\[22m\n\u001b\[36mEMAIL_TAKEN\u001b\[39m /);
    // Colours take no room.
    assert.equal(forced.stdout.replace(/\u001b\[\d+m/g, ""), plain.stdout);
  });

  test("as the entry of errors.json, with its API", async () => {
    const { status, stdout } = await explain(["EMAIL_TAKEN", ...momail, "--format", "json"]);
    const written = JSON.parse(readFileSync(join(project, "generated/momail/errors.json"), "utf8"));
    const entry = written.errors.find(({ code }: { code: string }) => code === "EMAIL_TAKEN");
    assert.deepEqual({ status, printed: JSON.parse(stdout) }, { status: 0, printed: { api: "momail", ...entry } });
  });
});

describe("explain asks which one is meant", together, () => {
  test("where two APIs have the code: both are listed, as commands, and nothing is chosen", async () => {
    const { status, stdout, stderr } = await explain(["not_found"]);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    const commands = [...stderr.matchAll(/explain (not_found --api \w+)/g)].map(([, args]) => args!.split(" "));
    assert.deepEqual(
      commands.map((args) => args[2]),
      ["mailshield", "themes"],
    );
    assert.equal((await explain(commands[0]!)).status, 0);
  });

  // Typed wrong, in other case and punctuation, and as a key of `ErrorCode`.
  for (const [typed, meant] of [
    ["emial_taken", "EMAIL_TAKEN"],
    ["email taken", "EMAIL_TAKEN"],
    ["EmailTaken", "EMAIL_TAKEN"],
  ] as const)
    test(`where \`${typed}\` was typed: \`${meant}\` is suggested`, async () => {
      const { status, stdout, stderr } = await explain([typed, ...momail]);
      assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
      assert.match(stderr, new RegExp(`no code \`${typed}\`.*\n  openapi-errors explain ${meant} --api momail `));
    });

  test("where a code was begun: all that go on like that are named, and what else the command needs", async () => {
    const { status, stdout, stderr } = await explain(["tenant", "--document", "spec/tenantcore.yaml"]);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.match(
      stderr,
      /\n {2}openapi-errors explain tenant_limit_reached --api tenantcore --document spec\/tenantcore\.yaml {4}402 /,
    );
  });

  test("a range of statuses, and what a document has for all others, as it has them", async (t) => {
    const folder = temporaryFolder(t);
    const responses = { "4XX": { description: "Yours" }, default: { description: "Any" } };
    for (const [title, given] of [
      ["One", responses],
      ["Two", { default: responses.default }],
    ] as const) {
      const paths = { "/a": { get: { operationId: "getA", responses: given } } };
      const document = { openapi: "3.1.0", info: { title, version: "1.0.0" }, paths };
      writeFileSync(join(folder, `${title}.json`), JSON.stringify(document));
    }
    const asked = (word: string, ...names: readonly string[]) =>
      startCli(["explain", word, ...names.flatMap((name) => ["--document", `${name}.json`])], { cwd: folder });
    for (const [word, ...names] of [
      ["4XX", "One"],
      ["4xx", "One", "Two"],
      ["http_4XX", "One", "Two"],
    ] as const)
      assert.match((await asked(word, ...names)).stdout, /\nhttp_4XX \(an error of One, one\)/, word);
    assert.match((await asked("default", "Two")).stdout, /\nhttp_default \(an error of Two, two\)/);
    assert.match((await asked("default", "One", "Two")).stderr, /`default` is a code of 2 APIs/);
    assert.equal((await asked("5XX", "One")).status, 1);
  });

  test("where a word is near to nothing, and where an API is none", async () => {
    const nothing = await explain(["xyzzy_4711"]);
    assert.deepEqual([nothing.status, nothing.stdout], [1, ""]);
    assert.match(nothing.stderr, /no code `xyzzy_4711` in any of the 5 APIs, and none like it/);
    const ours = await startCli(["explain", "envelop-not-found"]);
    assert.deepEqual([ours.status, ours.stdout], [1, ""]);
    assert.match(ours.stderr, /a word of ours is\n {2}openapi-errors explain envelope-not-found\n$/);
    const api = await explain(["not_found", "--api", "theme"]);
    assert.deepEqual([api.status, api.stdout], [2, ""]);
    assert.match(api.stderr, /no API `theme`.*\n {2}--api themes\n/);
    const wrong = await explain(["not_found", ...momail, "--format", "github"]);
    assert.equal(wrong.status, 2);
  });

  test("and says nothing that a terminal would run", async () => {
    const { status, stderr } = await explain(["\u001b[2J\u202eboo", ...momail]);
    assert.equal(status, 1);
    assert.match(stderr, /`\\u001b\[2J\\u202eboo`/);
  });
});

describe("explain lists the errors of an operation", together, () => {
  test("by its id, in each API that has one of it; as data too", async () => {
    const [text, json] = await Promise.all([explain(["createTenant"]), explain(["createTenant", "--format", "json"])]);
    assert.deepEqual([text.status, json.status], [0, 0]);
    assert.match(text.stdout, /^Errors of createTenant\n/);
    assert.match(text.stdout, /^ {2}tenant_limit_reached {2}402: /m);
    const codes = JSON.parse(json.stdout).map(({ code }: { code: string }) => code);
    assert.ok(codes.includes("tenant_limit_reached") && !codes.includes("tenant_not_found"), codes.join());
  });

  test("by its method and path; one without errors says so", async (t) => {
    const folder = temporaryFolder(t);
    const gone = {
      description: "Gone",
      content: { "application/json": { example: { code: "gone", message: "Gone" } } },
    };
    const paths = {
      "/orders": { get: { operationId: "listOrders", responses: { 410: gone } }, put: { responses: { 204: {} } } },
    };
    writeFileSync(
      join(folder, "a.json"),
      JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths }),
    );
    const said = (word: string) => startCli(["explain", word, "--document", "a.json"], { cwd: folder });
    const [given, lower, none, unknown] = await Promise.all(
      ["GET /orders", "get /orders", "PUT /orders", "GET /order"].map(said),
    );
    assert.match(given!.stdout, /^Errors of GET \/orders\n.*^ {2}\S+ {2}410: /ms);
    assert.equal(lower!.status, 0, lower!.stderr);
    assert.match(none!.stdout, /^Errors of PUT \/orders\n\nThe document says nothing of its errors\.\n/);
    assert.equal(unknown!.status, 1);
  });

  test("a status is not said of a code: that is told, and what may be meant", async () => {
    const { status, stderr } = await explain(["tenant_limit_reached", "--status", "402"]);
    assert.equal(status, 2);
    assert.match(stderr, /--status is the status of a body on standard input/);
    assert.match(stderr, /\n {2}openapi-errors explain tenant_limit_reached\n {2}openapi-errors explain 402\n/);
  });
});

describe("explain lists the errors of a status", together, () => {
  test("of every API, or of one", async () => {
    const [all, one, named] = await Promise.all([
      explain(["402"]),
      explain(["402", "--api", "themes", "--format", "json"]),
      explain(["http_402"]),
    ]);
    assert.equal(all.status, 0);
    for (const code of ["no_api_plan", "tenant_limit_reached", "http_402", "subscription_required"])
      assert.match(all.stdout, new RegExp(`^  ${code}  402: `, "m"));
    assert.equal(named.stdout, all.stdout);
    assert.deepEqual(
      JSON.parse(one.stdout).map(({ api, code }: { api: string; code: string }) => [api, code]),
      [["themes", "subscription_required"]],
    );
  });

  test("`http_402` is a page where one API is asked", async () => {
    const { stdout } = await explain(["http_402", "--api", "inbox"]);
    assert.match(stdout, /^Plan limit reached\nhttp_402 /);
  });

  test("and says which there are where nobody answers with it", async () => {
    const { status, stdout, stderr } = await explain(["418", ...themes]);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.match(stderr, /no error of Themes API has the status 418.*\n {2}400, 401, 402, /);
  });
});

test("options of explain stand before the code or behind it, and documents one by one", async () => {
  const [before, behind] = await Promise.all([
    explain([...momail, "EMAIL_TAKEN"]),
    explain(["EMAIL_TAKEN", ...momail]),
  ]);
  assert.deepEqual([before.status, before.stdout], [0, behind.stdout]);
  const both = await explain([...momail, ...themes, "not_found", "--format", "json"]);
  assert.deepEqual([both.status, JSON.parse(both.stdout).api], [0, "themes"]);
});

test("an API is named by its id, or as redocly.yaml calls it", async (t) => {
  const folder = temporaryFolder(t);
  const spec = (name: string) => JSON.stringify(join(project, `spec/${name}.yaml`));
  const apis = `apis:\n  mail@v2: { root: ${spec("momail")} }\n  looks: { root: ${spec("themes")} }\n`;
  writeFileSync(join(folder, "redocly.yaml"), apis);
  for (const api of ["themes", "looks"]) {
    const words = ["explain", "not_found", "--api", api, "--format", "json"];
    const { status, stdout, stderr } = await startCli(words, { cwd: folder });
    assert.deepEqual([status, JSON.parse(stdout).api], [0, "themes"], stderr);
  }
});

test("what explain suggests can be typed: a shell takes every code for one word, and none for an option", async (t) => {
  const folder = temporaryFolder(t);
  const codes = ["quota reached (daily)", "it's gone", "-not-ready", "$home"];
  const body = {
    type: "object",
    required: ["code"],
    properties: { code: { enum: codes }, message: { type: "string" } },
  };
  const responses = { 409: { description: "No", content: { "application/json": { schema: body } } } };
  writeFileSync(
    join(folder, "two words.json"),
    JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/a": { get: { responses } } } }),
  );
  const of = ["--document", "two words.json"];
  for (const code of codes) {
    const { stderr } = await startCli(["explain", ...of, code.slice(1, -1)], { cwd: folder });
    const [, line = ""] = /\n {2}openapi-errors (explain .+?) {4}409 /.exec(stderr) ?? [];
    const words = execFileSync("sh", ["-c", `printf '%s\\n' ${line}`], { encoding: "utf8" })
      .trim()
      .split("\n");
    const shown = await startCli(words, { cwd: folder });
    assert.equal(shown.stdout.split("\n")[1], `${code} (an error of T, t)`, line);
  }
});

test("explain says what is wrong with a document that can't be read", async () => {
  const { status, stdout, stderr } = await explain(["x", "--document", "missing.yaml"]);
  assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
  assert.match(stderr, /`missing\.yaml` is no file, and no API of redocly\.yaml/);
  assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/);
});

test("explain knows the words that this program prints, where no API has them as a code", async (t) => {
  const cwd = temporaryFolder(t);
  const rule = await startCli(["explain", "retry-needs-idempotence"], { cwd });
  assert.deepEqual({ status: rule.status, stderr: rule.stderr }, { status: 0, stderr: "" });
  assert.match(
    rule.stdout,
    /^retry-needs-idempotence\na change that `openapi-errors diff` finds\n\nLevel {6}breaking\nIs about {3}retry\nHurts {6}clients that retry\n\nWhat any method could/,
  );
  const problem = JSON.parse((await startCli(["explain", "code-duplicate", "--format", "json"], { cwd })).stdout);
  assert.deepEqual(Object.keys(problem), ["problem", "meaning"]);
  const own = { "x-error-contract": { id: "shop", envelopes: [{ name: "e", code: "/code", message: "/message" }] } };
  const answer = { type: "object", properties: { code: { const: "deprecated" }, message: { type: "string" } } };
  const content = { "application/json": { schema: answer, example: { code: "deprecated", message: "Old." } } };
  const paths = { "/a": { get: { responses: { 410: { description: "It is old.", content } } } } };
  const document = { openapi: "3.1.0", info: { title: "Shop", version: "1" }, ...own, paths };
  writeFileSync(join(cwd, "openapi.json"), JSON.stringify(document));
  const code = await startCli(["explain", "deprecated", "--document", "openapi.json"], { cwd });
  assert.match(code.stdout, /\ndeprecated \(an error of Shop, shop\)\n/);
});
