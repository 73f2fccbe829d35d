import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse, stringify } from "yaml";
import { startCli, together } from "../support/cli.js";
import { filesIn, folderWith } from "./folder.js";

const error = {
  type: "object",
  required: ["code", "message"],
  properties: { code: { type: "string", enum: ["card_declined", "card_expired"] }, message: { type: "string" } },
};
const responses = { 402: { description: "No.", content: { "application/json": { schema: error } } } };
const document = {
  openapi: "3.0.3",
  info: { title: "Payments", version: "1" },
  paths: { "/payments": { post: { operationId: "pay", responses } } },
};

describe("init from a document that is there", together, () => {
  for (const args of [
    ["--from", "api/payments.yaml"],
    ["--from", "api/payments.yaml", "--id", "pay"],
  ])
    test(`it is scanned, and what it says goes into an overlay: ${args.join(" ")}`, async (t) => {
      const folder = folderWith(t, { "api/payments.yaml": stringify(document) });
      const run = await startCli(["init", "--ci", "none", ...args], { cwd: folder });
      assert.equal(run.status, 0, run.stderr);
      assert.match(run.stdout, /^api\/payments\.yaml: 2 codes in 1 of 1 error answer; `openapi-errors scan .+` says/);
      const files = filesIn(folder);
      assert.deepEqual(Object.keys(files), ["api/payments.yaml", "payments.overlay.yaml", "redocly.yaml"]);
      assert.equal(files["api/payments.yaml"], stringify(document));
      const id = args.at(-1) === "pay" ? "pay" : "payments";
      const settings = { output: "generated", overlay: "payments.overlay.yaml" };
      assert.deepEqual(parse(files["redocly.yaml"] ?? "").apis[id], {
        root: "api/payments.yaml",
        "x-openapi-errors": settings,
      });
      assert.match(run.stdout, new RegExp(`"\\./generated/${id}/index\\.js"`));
      assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
      assert.ok(`generated/${id}/index.ts` in filesIn(folder));

      const before = filesIn(folder);
      assert.match((await startCli(["init", "--ci", "none", ...args], { cwd: folder })).stdout, /nothing to write/);
      assert.deepEqual(filesIn(folder), before);
    });

  for (const [name, text] of [
    ["api.yaml", stringify(document)],
    ["swagger.json", JSON.stringify(document)],
    ["Payments v2.yml", `# Ours\n---\n${stringify(document)}`],
  ] as const)
    test(`the one document of the folder is started from, whatever it is called: ${name}`, async (t) => {
      const others = { "package.json": "{}", "notes.yaml": "text: openapi\n", "old.overlay.yaml": "overlay: 1.0.0\n" };
      const folder = folderWith(t, { ...others, [name]: text });
      const run = await startCli(["init", "--ci", "none"], { cwd: folder });
      assert.equal(run.status, 0, run.stderr);
      assert.ok(run.stdout.startsWith(`${name}: 2 codes`), run.stdout);
      assert.equal(parse(filesIn(folder)["redocly.yaml"] ?? "").apis.payments.root, name);
      assert.ok(!("openapi.yaml" in filesIn(folder)));
    });

  test("of several documents none is taken, and the run says how to start from one", async (t) => {
    const folder = folderWith(t, { "a b.yaml": stringify(document), "c.json": JSON.stringify(document) });
    const run = await startCli(["init", "--ci", "none"], { cwd: folder });
    assert.match(
      run.stdout,
      /^a b\.yaml, c\.json are OpenAPI documents: `openapi-errors init --from 'a b\.yaml'` starts/,
    );
    assert.match(run.stdout, / {2}new {5}openapi\.yaml\n/);
  });

  test("a document where the first one would go is started from without a word", async (t) => {
    const folder = folderWith(t, { "openapi.json": JSON.stringify(document), "openapi.overlay.yaml": "mine: true\n" });
    const run = await startCli(["init", "--ci", "none"], { cwd: folder });
    assert.match(run.stdout, /^openapi\.json: 2 codes/);
    assert.match(run.stdout, / {2}kept {4}openapi\.overlay\.yaml/);
    assert.equal(filesIn(folder)["openapi.overlay.yaml"], "mine: true\n");
  });

  test("one that says itself where its codes stand needs no overlay", async (t) => {
    const contract = { id: "payments", envelopes: [{ name: "flat", code: "/code", message: "/message" }] };
    const prepared = stringify({ ...document, "x-error-contract": contract });
    const folder = folderWith(t, { "openapi.yaml": prepared });
    assert.equal((await startCli(["init", "--ci", "none"], { cwd: folder })).status, 0);
    assert.deepEqual(Object.keys(filesIn(folder)), ["openapi.yaml", "redocly.yaml"]);
  });

  test("settings that name no overlay are kept, and the line to add is printed", async (t) => {
    const config = "apis: { pay: { root: openapi.yaml, x-openapi-errors: { output: out } } }\n";
    const folder = folderWith(t, { "openapi.yaml": stringify(document), "redocly.yaml": config });
    const run = await startCli(["init", "--ci", "none", "--from", "openapi.yaml"], { cwd: folder });
    assert.equal(filesIn(folder)["redocly.yaml"], config);
    assert.match(run.stdout, /To be put into redocly\.yaml, .+ of `pay`:\n {2}overlay: openapi\.overlay\.yaml\n/);
  });
});
