import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

test("a document without any error response gives a contract without errors, which compiles", (t) => {
  const folder = temporaryFolder(t);
  const paths = 'paths: { /orders: { get: { responses: { "200": { description: All. } } } } }';
  for (const [name, rest] of Object.entries({ silent: paths, empty: "paths: {}", bare: "components: {}" }))
    writeFileSync(join(folder, `${name}.yaml`), `openapi: 3.1.0\ninfo: { title: ${name}, version: 1.0.0 }\n${rest}\n`);
  const run = runCli(["generate", "silent.yaml", "empty.yaml", "bare.yaml", "-o", "out"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  assert.equal(compileStrictly(join(folder, "out"), { noEmit: true }), "");
});
