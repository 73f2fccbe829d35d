import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";

const document = `openapi: 3.1.0
info: { title: Parcels, version: 1.0.0 }
x-error-contract:
  id: parcels
  envelopes: [{ name: error, code: /code, message: /message }]
paths:
  /parcels:
    get: { operationId: listParcels, responses: { '200': { description: All of them. } } }
    post:
      operationId: sendParcel
      responses:
        '201': { description: On its way. }
        '409':
          description: It is on its way already.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Sent' }
              examples: { sent: { value: { code: SENT, message: Sent already. } } }
        4XX: { description: The parcel can't be sent like this. }
        default: { description: Anything else. }
components:
  schemas:
    Sent:
      title: Sent already
      description: The parcel is on its way.
      type: object
      required: [code, message]
      properties: { code: { const: SENT }, message: { type: string } }
`;

test("ranges and default name errors without hiding what the status of an answer says", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const run = runCli(["generate", "openapi.yaml", "-o", "out", "--emit", "errors,json"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const api = (await import(pathToFileURL(join(folder, "out/parcels/index.ts")).href)) as Api;

  const down = api.parseError({ status: 503, headers: { "retry-after": "3" }, body: { code: "X", message: "m" } });
  assert.deepEqual([down.closest, down.category], ["http_default", "unavailable"]);
  assert.equal(api.retryDelay(down, { attempt: 1, method: "GET", random: () => 0 }), 3000);
  const slow = api.parseError({ status: 429, body: { code: "X", message: "m" } });
  assert.deepEqual([slow.closest, slow.category], ["http_4XX", "rate_limit"]);
  const bare = api.parseError({ status: 418 });
  assert.deepEqual([bare.closest, bare.deviations], ["http_4XX", []]);
});

test("a code comes back unlisted from an operation that declares no errors at all", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  assert.equal(runCli(["generate", "openapi.yaml", "-o", "out", "--emit", "errors"], { cwd: folder }).status, 0);
  const api = (await import(pathToFileURL(join(folder, "out/parcels/index.ts")).href)) as Api;
  const answer = { status: 409, body: { code: "SENT", message: "m" } };
  assert.equal(api.parseError(answer, { operation: "sendParcel" as never }).listed, true);
  const error = api.parseError(answer, { operation: "listParcels" as never });
  assert.deepEqual([error.listed, error.closest, error.deviations.length], [false, "SENT", 1]);
});

test("a code under `default` has the status that its contract states", async (t) => {
  const folder = temporaryFolder(t);
  const stated = document
    .replace("'409':", "default:")
    .replace("        default: { description: Anything else. }\n", "")
    .replace("    Sent:\n", "    Sent:\n      x-error: { status: 409 }\n");
  writeFileSync(join(folder, "openapi.yaml"), stated);
  const run = runCli(["generate", "openapi.yaml", "-o", "out", "--emit", "errors,json,vectors"], { cwd: folder });
  assert.equal(run.status, 0, run.stdout);
  const { errors } = JSON.parse(readFileSync(join(folder, "out/parcels/errors.json"), "utf8"));
  const sent = errors.find(({ code }: { code: string }) => code === "SENT");
  assert.deepEqual([sent.statuses, sent.category, sent.examples[0].status], [["409"], "conflict", 409]);
  const api = (await import(pathToFileURL(join(folder, "out/parcels/index.ts")).href)) as Api;
  const error = api.parseError(
    { status: 409, body: { code: "SENT", message: "m" } },
    { operation: "sendParcel" as never },
  );
  assert.deepEqual([error.listed, error.deviations], [true, []]);
});

test("the only code of a range is the closest of any other there, in both languages", async (t) => {
  const folder = temporaryFolder(t);
  const ranged = document
    .replace("'409':", "4XX:")
    .replace("        4XX: { description: The parcel can't be sent like this. }\n", "")
    .replace("        default: { description: Anything else. }\n", "");
  writeFileSync(join(folder, "openapi.yaml"), ranged);
  const run = runCli(["generate", "openapi.yaml", "-o", "out", "--emit", "errors,python"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const answers = [404, 499, 500].map((status) => ({ status, body: { code: "X", message: "m" } }));

  const api = (await import(pathToFileURL(join(folder, "out/parcels/index.ts")).href)) as Api;
  const closest = answers.map((answer) => api.parseError(answer).closest);
  assert.deepEqual(closest, ["SENT", "SENT", undefined]);

  const program = `import json, sys
from out.parcels.errors import parse_error
print(json.dumps([parse_error(a["status"], {}, a["body"]).closest for a in json.load(sys.stdin)]))`;
  const python = await runPython(["-c", program], { cwd: folder, input: JSON.stringify(answers) });
  assert.equal(python.stderr, "");
  assert.deepEqual(JSON.parse(python.stdout), ["SENT", "SENT", null]);
});
