import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
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

test("each error says where in its document it is from", (t) => {
  const folder = temporaryFolder(t);
  const names = readdirSync(fixtures);
  const documents = names.map((name) => join(fixtures, name, "openapi.yaml"));
  const { status, stderr } = runCli(["generate", ...documents, "--output", folder, "--emit", "errors"]);
  assert.equal(status, 0, stderr);
  for (const name of names) {
    const text = readFileSync(join(folder, name.replaceAll("-", "_"), "errors.ts"), "utf8");
    const said = [...text.replaceAll("\n * ", " ").matchAll(/ From `([^`]+)`\.$/gm)].map(([, place]) => place!);
    assert.equal(said.length, text.split(" = ListedError<").length - 1, name);
    const lost = said.filter((place) => !isThere(place, join(fixtures, name, "openapi.yaml")));
    assert.deepEqual(lost, [], name);
  }
});

/** Whether something stands where a reference leads to: `errors.yaml#/components/schemas/Name`. */
function isThere(reference: string, document: string): boolean {
  const [file = "", pointer = ""] = reference.split("#");
  const tokens = pointer.split("/").slice(1);
  const path = tokens.map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
  const root: unknown = parse(readFileSync(file === "" ? document : join(dirname(document), file), "utf8"));
  return path.reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], root) !== undefined;
}
