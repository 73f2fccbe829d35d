import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";

// One code is the very number of its status, and only one of two operations says in a body that a key is wrong.
const document = `openapi: 3.1.0
info: { title: Mailer, version: 1.0.0 }
x-error-contract:
  id: mailer
  envelopes: [{ name: numbered, code: /number, message: /text }, { name: plain, message: /error }]
paths:
  /letters:
    get:
      operationId: listLetters
      responses:
        "401":
          description: The key is wrong.
          content:
            application/json:
              schema: { type: object, required: [error], properties: { error: { type: string } } }
              example: { error: No such key. }
        "429":
          description: Too many letters.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Slow" }
              example: { number: 429, text: Slow down. }
  /ping:
    get:
      operationId: ping
      responses:
        "401": { description: The key is wrong. }
components:
  schemas:
    Slow:
      title: Too many letters
      description: More letters than a minute has room for.
      type: object
      required: [number, text]
      properties: { number: { const: 429 }, text: { type: string } }
`;

test("where a document declares its codes, one that is the number of its status is a code, and an answer may have no body", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const args = ["generate", "openapi.yaml", "-o", "out", "--emit", "errors,server,json,python"];
  const run = runCli(args, { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const { errors } = JSON.parse(readFileSync(join(folder, "out/mailer/errors.json"), "utf8"));
  assert.deepEqual(
    errors.map(({ code, wire, wireType }: Record<string, unknown>) => [code, wire, wireType]),
    [
      ["429", true, "integer"],
      ["http_401", false, undefined],
    ],
  );

  const api = (await import(pathToFileURL(join(folder, "out/mailer/index.ts")).href)) as Api;
  const answers = [
    { status: 429, body: '{"number":429,"text":"Slow down."}' },
    { status: 401, body: '{"error":"No such key."}' },
    { status: 401, body: "" },
    { status: 401, body: "<p>no</p>" },
  ];
  const expected = [
    ["429", true, 0],
    ["http_401", true, 0],
    ["http_401", true, 0],
    ["http_401", true, 1],
  ];
  const parsed = answers.map((answer) => api.parseError(answer));
  assert.deepEqual(
    parsed.map(({ code, listed, deviations }) => [code, listed, (deviations as unknown[]).length]),
    expected,
  );
  // An error that may come with a body is thrown with one.
  const { http401 } = api.errors as unknown as Record<string, () => { body: unknown }>;
  assert.deepEqual(http401!().body, { error: "Unauthorized" });

  const program = `
import json, sys
from out.mailer.errors import parse_error
parsed = [parse_error(answer["status"], {}, answer["body"]) for answer in json.load(sys.stdin)]
print(json.dumps([[error.code, error.listed, len(error.deviations)] for error in parsed]))`;
  const python = await runPython(["-c", program], { cwd: folder, input: JSON.stringify(answers) });
  assert.deepEqual(JSON.parse(python.stdout || "null"), expected, python.stderr);
});
