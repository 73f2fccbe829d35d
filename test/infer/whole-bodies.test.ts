import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import { parsedBy } from "./parsed.js";

const answer = (type: string, schema: object, more: object = {}) => ({
  description: "It failed",
  content: { [type]: { schema, ...more } },
});
const shop = (responses: object, more: object = {}) => ({
  openapi: "3.0.3",
  info: { title: "Shop", version: "1" },
  paths: { "/things": { get: { operationId: "listThings", responses } } },
  ...more,
});
const codes = (...names: string[]) => ({ type: "string", enum: names });
const document = shop({
  400: answer("text/plain", codes("bad_cursor", "bad_limit"), { example: "bad_cursor" }),
  404: answer("application/json", codes("thing_gone", "owner_gone"), { example: "thing_gone" }),
  429: answer("application/json", { anyOf: [codes("too_fast"), { type: "string" }] }),
});

test("a body that is the code is read so in both languages, and other texts are messages", async (t) => {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  const json = { "content-type": "application/json" };
  const parsed = await parsedBy(t, document, [
    { status: 404, headers: json, body: '"thing_gone"' },
    { status: 400, headers, body: "bad_cursor\n" },
    { status: 404, headers: json, body: '"shelf_gone"' },
    { status: 429, headers: json, body: '"Slow down, please."' },
    { status: 404, headers, body: "no such page\n" },
    { status: 404, headers, body: "Not Found" },
    { status: 502, headers: { "content-type": "text/html" }, body: "<html>bad_cursor</html>" },
  ]);
  assert.deepEqual(
    parsed.map(({ code, message, deviations }) => [code, message, deviations.length]),
    [
      ["thing_gone", "thing_gone", 0],
      ["bad_cursor", "bad_cursor", 0],
      ["shelf_gone", "shelf_gone", 0],
      ["http_429", "Slow down, please.", 0],
      ["http_404", "no such page", 1],
      ["http_404", "Not Found", 1],
      ["http_502", "HTTP 502", 1],
    ],
  );
});

test("servers answer with the code as the body, under its media type; pages show it as it is sent", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const run = runCli(["generate", "openapi.json", "-o", "out", "--emit", "errors,server,markdown,vectors"], {
    cwd: folder,
  });
  assert.equal(run.status, 0, run.stderr);
  const { errors } = (await import(pathToFileURL(join(folder, "out/shop/server.ts")).href)) as unknown as {
    readonly errors: Readonly<Record<string, () => ReturnType<Api["errors"]["http500"]>>>;
  };
  const sent = [errors.thingGone!(), errors.badCursor!()].map(({ code, headers, body }) => [
    code,
    headers["content-type"],
    body,
  ]);
  assert.deepEqual(sent, [
    ["thing_gone", "application/json", "thing_gone"],
    ["bad_cursor", "text/plain", "bad_cursor"],
  ]);
  const page = readFileSync(join(folder, "out/shop/errors.md"), "utf8");
  assert.match(page, /^"thing_gone"$/m);
  assert.match(page, /^bad_cursor$/m);
});

test("the empty pointer is said in a document, explained, and told by diff where it moves", (t) => {
  const folder = temporaryFolder(t);
  const declared = (code: string, schema: object, value: unknown) =>
    shop(
      { 404: { description: "It failed", content: { "application/json": { schema, example: value } } } },
      { "x-error-contract": { id: "shop", envelopes: [{ name: "body", code }] } },
    );
  const held = { type: "object", required: ["code"], properties: { code: codes("thing_gone") } };
  writeFileSync(join(folder, "old.json"), JSON.stringify(declared("", codes("thing_gone"), "thing_gone")));
  writeFileSync(join(folder, "new.json"), JSON.stringify(declared("/code", held, { code: "thing_gone" })));
  assert.equal(runCli(["lint", "old.json"], { cwd: folder }).status, 0);
  const moved = runCli(["diff", "old.json", "new.json"], { cwd: folder });
  assert.equal(moved.status, 1);
  assert.match(moved.stdout, /the code stands at `\/code`, before at the top of the body \(code-moved\)/);
  const pasted = 'HTTP/1.1 404 Not Found\ncontent-type: application/json\n\n"thing_gone"\n';
  const explained = runCli(["explain", "--document", "old.json", "-"], { cwd: folder, input: pasted });
  assert.equal(explained.status, 0, explained.stderr);
  assert.match(explained.stdout, /thing_gone/);
});
