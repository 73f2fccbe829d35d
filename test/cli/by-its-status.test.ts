import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { runPython } from "../python/run-python.js";
import { runCli, temporaryFolder } from "../support/cli.js";

const document = `openapi: 3.1.0
info: { title: Ferry, version: 1.0.0 }
paths:
  /crossings:
    get:
      operationId: listCrossings
      responses:
        '400': { $ref: '#/components/responses/Failed' }
        '422': { $ref: '#/components/responses/Failed' }
        '500': { $ref: '#/components/responses/Late' }
        '503': { $ref: '#/components/responses/Late' }
        4XX: { $ref: '#/components/responses/Closed' }
        default: { $ref: '#/components/responses/Sunk' }
components:
  responses:
    Failed: { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Wrong' } } } }
    Late: { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Storm' } } } }
    Closed: { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Closed' } } } }
    Sunk: { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Sunk' } } } }
  schemas:
    Wrong: { type: object, required: [code, message], properties: { code: { const: wrong }, message: { type: string } } }
    Storm: { type: object, required: [code, message], properties: { code: { const: storm }, message: { type: string } } }
    Closed: { type: object, required: [code, message], properties: { code: { const: closed }, message: { type: string } } }
    Sunk:
      x-error: { category: internal }
      type: object
      required: [code, message]
      properties: { code: { const: sunk }, message: { type: string } }
`;

// Statuses that agree, that agree in one of both, that do not agree, and that are overruled.
const expected = {
  wrong: ["validation", "never"],
  storm: [null, "backoff"],
  closed: [null, null],
  sunk: ["internal", "backoff"],
};

test("category and retry that depend on the status are by the status, each for itself, in all that is emitted", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const run = runCli(["generate", "openapi.yaml", "-o", "out", "--emit", "errors,json,csv,markdown,python"], {
    cwd: folder,
  });
  assert.equal(run.status, 0, run.stderr);
  const text = (file: string) => readFileSync(join(folder, "out/ferry", file), "utf8");

  const { errors } = JSON.parse(text("errors.json"));
  const inJson = errors
    .filter(({ wire }: { wire: boolean }) => wire)
    .map(({ code, category, retry }: Record<string, unknown>) => [code, [category, retry]]);
  assert.deepEqual(Object.fromEntries(inJson), expected);

  const { errorInfo, classify } = await import(pathToFileURL(join(folder, "out/ferry/index.ts")).href);
  for (const [code, said] of Object.entries(expected))
    assert.deepEqual([errorInfo[code].category, errorInfo[code].retry], said, code);

  const rows = text("catalog.csv").split("\n");
  assert.match(rows.find((row) => row.includes(",storm,")) ?? "", /,,backoff,/);
  assert.match(rows.find((row) => row.includes(",closed,")) ?? "", /,,,/);
  assert.match(text("errors.md"), /\| 500, 503 \| by its status \| Retry with care \|/);
  assert.match(text("errors.md"), /\| 4XX \| by its status \| By its status \|/);

  const program = "import json\nfrom out.ferry.errors import ERROR_INFO, parse_error\n";
  const answers = Object.keys(expected).map((code) => ({ status: code === "wrong" ? 500 : 501, body: { code } }));
  const python = await runPython(
    [
      "-c",
      `${program}print(json.dumps([{c: [i.category, i.retry] for c, i in ERROR_INFO.items() if not c.startswith("http_")}, [parse_error(a["status"], {}, a["body"]).category for a in json.loads('${JSON.stringify(answers)}')]]))`,
    ],
    { cwd: folder },
  );
  assert.equal(python.stderr, "");
  const [info, categories] = JSON.parse(python.stdout);
  assert.deepEqual(info, expected);
  // What the statuses agree in is the code's, whatever status it comes with.
  assert.deepEqual(categories, ["validation", "internal", "internal", "internal"]);
  assert.deepEqual(
    answers.map((answer) => classify(answer).category),
    categories,
  );
});
