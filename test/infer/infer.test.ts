import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli, temporaryFolder } from "../support/cli.js";
import { type ErrorsJson, summaryOf } from "./summary.js";

// UPDATE=1 rewrites what is expected: read the difference.
const update = process.env.UPDATE === "1";
const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

test("what a document that nobody prepared says about its errors is found", async (t) => {
  const folder = temporaryFolder(t);
  const names = readdirSync(fixtures);
  const documents = names.map((name) => join(fixtures, name, "openapi.yaml"));
  const { status, stderr } = runCli(["generate", ...documents, "--output", folder, "--emit", "json"]);
  assert.equal(status, 0, stderr);

  for (const name of names)
    await t.test(name, () => {
      const written = readFileSync(join(folder, name.replaceAll("-", "_"), "errors.json"), "utf8");
      const found = summaryOf(JSON.parse(written) as ErrorsJson);
      const file = join(fixtures, name, "expected.json");
      if (update) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
      assert.ok(existsSync(file), "UPDATE=1 writes it");
      assert.deepEqual(found, JSON.parse(readFileSync(file, "utf8")));
    });
});
