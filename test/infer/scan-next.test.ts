import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { startCli, temporaryFolder } from "../support/cli.js";

test("what scan says to type has its settings, answers that a reference hides are told of, and a blank title is none", async (t) => {
  const cwd = temporaryFolder(t);
  const responses = { 400: { $ref: "#/components/responses/Nope" } };
  const document = { openapi: "3.0.3", info: { title: " ", version: "1" }, paths: { "/a": { get: { responses } } } };
  writeFileSync(join(cwd, "openapi.json"), JSON.stringify(document, null, 1));
  const settings = ["--id", "mine", "--evidence", "const,prose"];
  const scan = (...more: readonly string[]) => startCli(["scan", "openapi.json", ...settings, ...more], { cwd });
  const { status, stdout, stderr } = await scan("--root", ".");
  assert.equal(status, 0);
  assert.match(stdout, /^mine\nmine \(1 error answer /);
  assert.match(stderr, /^openapi\.json:\d+:\d+: warning: `#\/components\/responses\/Nope` leads nowhere/);
  const again = `openapi.json ${settings.join(" ")} --root .`;
  for (const step of [`generate ${again} `, `scan ${again} --overlay `, `scan ${again} --format json `])
    assert.ok(stdout.includes(`\n  openapi-errors ${step}`), stdout);
  // The overlay holds what they made.
  const written = await scan("--overlay", "o.yaml");
  assert.match(written.stdout, /\n {2}openapi-errors generate openapi\.json --overlay o\.yaml /);
  JSON.parse((await scan("--format", "json")).stdout);
});
