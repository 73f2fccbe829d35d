import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";

const failed = (description: string) => ({
  description,
  content: {
    "application/json": {
      schema: {
        type: "object",
        properties: { error: { type: "object", properties: { message: { type: "string" } } } },
      },
    },
  },
});
const operation = (number: number) => ({
  get: {
    operationId: `get${number}`,
    responses: {
      default: failed("It failed."),
      404: { $ref: "#/components/responses/Gone" },
      410: { $ref: "#/components/responses/Gone" },
    },
  },
});
const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  paths: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`/things/${at}`, operation(at)])),
  components: { responses: { Gone: failed("It is gone.") } },
};

test("the overlay has one place for all answers of a status, and completing it completes them all", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const scan = runCli(["scan", "openapi.json", "--overlay", "o.yaml"], { cwd: folder });
  assert.equal(scan.status, 0, scan.stderr);
  const overlay = readFileSync(join(folder, "o.yaml"), "utf8");
  assert.equal(overlay.match(/TODO/g)?.length, 1);

  const errors = (...args: string[]) => {
    const run = runCli(["generate", "openapi.json", "-o", "out", "--emit", "json", ...args], { cwd: folder });
    assert.equal(run.status, 0, run.stderr);
    const { errors: written } = JSON.parse(readFileSync(join(folder, "out/shop/errors.json"), "utf8"));
    return written.map((error: object) => ({ ...error, evidence: undefined }));
  };
  const before = errors();
  assert.deepEqual(errors("--overlay", "o.yaml"), before);

  writeFileSync(join(folder, "o.yaml"), overlay.replace(/^( +)# TODO.*$/m, "$1resolution: Call us."));
  const [whole] = errors("--overlay", "o.yaml").filter(({ code }: { code: string }) => code === "http_default");
  assert.equal(whole.resolution, "Call us.");
  assert.equal(whole.operations.length, 300);
});
