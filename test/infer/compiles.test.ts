import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

test("what is generated from documents that nobody prepared compiles in the strictest mode, an empty contract too", (t) => {
  const folder = temporaryFolder(t);
  const documents = readdirSync(fixtures).map((name) => join(fixtures, name, "openapi.yaml"));
  const { status, stderr } = runCli(["generate", ...documents, "--output", folder]);
  assert.equal(status, 0, stderr);
  assert.equal(compileStrictly(folder), "");
});
