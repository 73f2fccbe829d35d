import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";

// Codes are numbers, and what else there is to say stands beside them.
const document = `openapi: 3.1.0
info: { title: Flat, version: 1.0.0 }
x-error-contract:
  id: flat
  envelopes: [{ name: flat, code: /code, message: /text, details: "" }]
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "429":
          description: Too many requests.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Slow" }
              example: { code: 1001, text: Slow down., window: minute, limit: 20 }
components:
  schemas:
    Slow:
      title: Too many requests
      description: More than one window of time allows.
      type: object
      required: [code, text, window]
      properties:
        code: { const: 1001 }
        text: { type: string }
        window: { type: string }
        limit: { type: integer }
`;

test("a code that is a number, and details beside it, come back as they were thrown", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const args = ["generate", "openapi.yaml", "-o", "out", "--emit", "errors,json,python"];
  const run = runCli(args, { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  assert.doesNotMatch(run.stderr, /warning/);

  const [error] = JSON.parse(readFileSync(join(folder, "out/flat/errors.json"), "utf8")).errors;
  assert.deepEqual([error.code, error.wireType], ["1001", "integer"]);

  const api = (await import(pathToFileURL(join(folder, "out/flat/index.ts")).href)) as Api;
  const details = { window: "minute", limit: 20 };
  const [make] = Object.values(api.errors) as unknown as ((...args: object[]) => { body: unknown })[];
  const thrown = make!(details, { message: "Slow." });
  assert.deepEqual(thrown.body, { code: 1001, text: "Slow.", window: "minute", limit: 20 });
  const parsed = api.parseError({ status: 429, body: JSON.stringify(thrown.body) });
  assert.deepEqual([parsed.code, parsed.listed, parsed.details, parsed.deviations], ["1001", true, details, []]);

  const program = `
import json, sys
from out.flat.errors import parse_error
error = parse_error(429, {}, sys.stdin.read())
print(json.dumps([error.code, error.listed, error.details, error.deviations]))`;
  const python = await runPython(["-c", program], { cwd: folder, input: JSON.stringify(thrown.body) });
  assert.deepEqual(JSON.parse(python.stdout || "null"), ["1001", true, details, []], python.stderr);
});
