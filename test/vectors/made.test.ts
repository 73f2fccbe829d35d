import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runPython } from "../python/run-python.js";
import type { Api } from "../recipes/api.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import type { Vector } from "./generated-apis.js";

const json = (schema: object, description = "It failed.") => ({
  description,
  content: { "application/json": { schema } },
});
const problem = (schema: object) => ({ description: "No", content: { "application/problem+json": { schema } } });
const object = (properties: object, required = Object.keys(properties)) => ({ type: "object", properties, required });
const text = { type: "string" };

/** Nothing in it is shown by an example. */
const document = {
  openapi: "3.1.0",
  info: { title: "Ferry", version: "1" },
  paths: {
    "/crossings": {
      get: {
        operationId: "listCrossings",
        responses: {
          400: json(
            object({
              code: { const: "bad_weather" },
              message: text,
              details: object({
                since: { type: "string", format: "date-time" },
                wind: { type: ["integer", "null"], minimum: 9 },
                ports: { type: "array", items: object({ name: { enum: ["north", "south"] } }) },
                cause: { oneOf: [{ type: "null" }, object({ id: text })] },
              }),
            }),
          ),
          404: { description: "No such crossing." },
          409: json(object({ code: text, message: text }), "It is full."),
          422: problem(
            object({ errors: { type: "array", items: object({ code: { type: "integer", enum: [7, 8] } }) } }),
          ),
          "5XX": json(object({ code: text, message: text })),
          default: json(object({ code: { enum: ["sunk", "late"] }, message: text })),
        },
      },
    },
  },
};

const program = `
import json
from pathlib import Path
from out.ferry.errors import parse_error
for vector in json.loads(Path("out/ferry/vectors.json").read_text()):
    error = parse_error(vector["status"], vector["headers"], vector["body"])
    fields = [{"path": list(f.path), "message": f.message} for f in error.fields]
    print(json.dumps({
        "code": error.code, "status": error.status, "listed": error.listed, "message": error.message,
        "details": error.details, "fields": fields, "requestId": error.request_id,
        "retryAfter": error.retry_after, "closest": error.closest, "category": error.category,
    }))`;

/** Its answers tell of no status at all: what its one success may hold, and a table, list the codes. */
const tableDocument = {
  openapi: "3.1.0",
  info: { title: "Trains", version: "1" },
  paths: {
    "/train": {
      get: {
        operationId: "getTrain",
        description:
          "Codes:\n\n| Code | Meaning |\n|---|---|\n| `late_train` | It is late. |\n| `no_train` | None goes. |",
        responses: {
          200: json(
            {
              type: "object",
              properties: {
                train: text,
                errors: { type: "array", items: object({ code: { type: "string" }, message: text }) },
              },
            },
            "A train",
          ),
        },
      },
    },
  },
};

test("codes of which no answer tells have a vector, at any status, that comes back in both languages", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(tableDocument));
  const run = runCli(["generate", "openapi.json", "-o", "out", "--emit", "errors,json,vectors,python"], {
    cwd: folder,
  });
  assert.equal(run.status, 0, run.stderr);
  const vectors: Vector[] = JSON.parse(readFileSync(join(folder, "out/trains/vectors.json"), "utf8"));
  const { parseError } = (await import(pathToFileURL(join(folder, "out/trains/index.ts")).href)) as Api;
  for (const { name, expect, ...answer } of vectors) {
    const error = parseError(answer) as unknown as Record<string, unknown>;
    assert.deepEqual([error.code, error.listed, error.deviations], [expect.code, true, []], name);
  }
  const said = program
    .replaceAll("ferry", "trains")
    .replace("import json", "import json\nfrom out.trains.errors import ERROR_INFO");
  const { stdout, stderr } = await runPython(["-c", `${said}\nprint(json.dumps(ERROR_INFO["late_train"].meaning))`], {
    cwd: folder,
  });
  assert.equal(stderr, "");
  const inPython = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(inPython, [...vectors.map(({ expect }) => expect), "It is late."]);
  assert.deepEqual(
    vectors.map(({ expect }) => expect.code),
    ["late_train", "no_train"],
  );
});

test("each error that no example shows has a vector that is made, and comes back as it in both languages", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const emit = "errors,json,vectors,markdown,python";
  const run = runCli(["generate", "openapi.json", "-o", "out", "--emit", emit], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const file = (name: string) => readFileSync(join(folder, "out/ferry", name), "utf8");
  const vectors: Vector[] = JSON.parse(file("vectors.json"));
  const { errors } = JSON.parse(file("errors.json"));

  assert.deepEqual(
    errors.map(({ code }: { code: string }) => code),
    ["bad_weather", "7", "8", "late", "sunk", "http_404", "http_409", "http_5XX"],
  );
  for (const { code, wire, examples } of errors) {
    const [made] = vectors.filter(({ name }) => name.startsWith(`${code}: `));
    assert.equal(wire ? made?.expect.code : made?.expect.closest, code);
    // What is made is no example of the document.
    if (code !== "http_404") assert.deepEqual(examples, []);
  }
  assert.doesNotMatch(file("errors.md"), /```json/);
  const details = { cause: { id: "text" }, ports: [{ name: "north" }], since: "2030-01-01T00:00:00Z", wind: 9 };
  assert.deepEqual(vectors.find(({ expect }) => expect.code === "bad_weather")?.expect.details, details);

  const { parseError } = (await import(pathToFileURL(join(folder, "out/ferry/index.ts")).href)) as Api;
  for (const { name, expect, ...answer } of vectors) {
    const error = parseError(answer) as unknown as Record<string, unknown>;
    assert.deepEqual(Object.fromEntries(Object.keys(expect).map((key) => [key, error[key] ?? null])), expect, name);
    assert.deepEqual(error.deviations, [], name);
  }
  const { stdout, stderr } = await runPython(["-c", program], { cwd: folder });
  assert.equal(stderr, "");
  const inPython = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    inPython,
    vectors.map(({ expect }) => expect),
  );
});
