import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";

const statuses = ["400", "401", "402", "403", "404", "405", "406", "409", "410", "422", "429", "500"];

/** A document whose answers show one code each. */
function showing(codes: readonly string[]): object {
  const responses = codes.map((code, at) => {
    const schema = { type: "object", properties: { code: { type: "string" }, message: { type: "string" } } };
    const content = { "application/json": { schema, example: { code, message: "It failed" } } };
    return [statuses[at], { description: "It failed", content }];
  });
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    paths: { "/things": { get: { operationId: "listThings", responses: Object.fromEntries(responses) } } },
  };
}

test("what an example has in the place of a code is none where a person is to fill it in", (t) => {
  const folder = temporaryFolder(t);
  const blanks = ["???", "-", "XXX", "TBD", "N/A", "example", "your-error-code", "SOME_CODE", "foo", "ABC123"];
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(showing([...blanks, "sample_missing", "todo_locked"])));
  const { status, stderr } = runCli(["generate", "openapi.json", "-o", "out", "--emit", "json"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const text = readFileSync(join(folder, "out/shop/errors.json"), "utf8");
  const { errors } = JSON.parse(text) as { errors: { code: string; wire: boolean }[] };
  assert.deepEqual(
    errors.filter(({ wire }) => wire).map(({ code }) => code),
    ["sample_missing", "todo_locked"],
  );
});
