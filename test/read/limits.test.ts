import assert from "node:assert/strict";
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";

/** A document of so many codes, in one enum. */
function documentOf(codes: number): string {
  const code = { enum: Array.from({ length: codes }, (_, index) => `code_${index}`) };
  const schema = { type: "object", required: ["code"], properties: { code } };
  const failed = { description: "Failed.", content: { "application/json": { schema } } };
  const paths = { "/things": { get: { responses: { 400: failed } } } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Many", version: "1" }, paths });
}

describe("what is larger than anything real is refused in a line, and nothing is written", together, () => {
  test("a file of more than 64 MB", async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "openapi.yaml"), "openapi: 3.1.0\n");
    truncateSync(join(folder, "openapi.yaml"), 64 * 1024 * 1024 + 1);
    const { status, stderr } = await startCli(["generate", "openapi.yaml"], { cwd: folder });
    assert.match(stderr, /^openapi\.yaml:1:1: error: .+64 MB/);
    assert.equal(status, 2);
    assert.deepEqual(readdirSync(folder), ["openapi.yaml"]);
  });

  test("more than 100,000 codes", async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, "generated"));
    writeFileSync(join(folder, "openapi.json"), documentOf(100_001));
    const { status, stderr } = await startCli(["generate", "openapi.json"], { cwd: folder });
    assert.match(stderr, /^openapi\.json:1:\d+: error: .+ list 100001 codes: at most 100000 are taken /);
    assert.equal(status, 1);
    assert.deepEqual(readdirSync(join(folder, "generated")), []);
  });
});
