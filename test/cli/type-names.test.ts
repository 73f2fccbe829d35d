import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runPython } from "../python/run-python.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

const body = (code: object, more: object = {}) => ({
  type: "object",
  required: ["code", "message"],
  properties: { code, message: { type: "string" }, ...more },
});
const answer = (schema: object) => ({ description: "No.", content: { "application/json": { schema } } });

const document = {
  openapi: "3.1.0",
  info: { title: "Store", version: "1" },
  paths: {
    "/tables": {
      get: {
        operationId: "listTables",
        responses: {
          400: answer(
            body({
              type: "integer",
              enum: [4, 5, 6],
              "x-enum-varnames": ["TableNotFound", "Busy", "Busy"],
            }),
          ),
          401: answer(
            body({ const: "api_error" }, { details: { type: "object", properties: { hint: { type: "string" } } } }),
          ),
          403: answer(body({ const: "store_error" })),
          409: {
            description: "No.",
            content: {
              "application/json": {
                schema: {
                  oneOf: [
                    body(
                      { const: "row_locked" },
                      { details: { type: "object", properties: { row: { type: "string" } } } },
                    ),
                    body({ const: "https://store.example/probs/out-of-rows" }),
                  ],
                },
              },
            },
          },
          422: answer(body({ enum: ["77", "not-found", "not_found"] })),
        },
      },
    },
  },
};

test("names of types come from codes; where they can't, from titles, and say so where they collide", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const run = runCli(["generate", "openapi.json", "-o", "made", "--emit", "types,errors,server,python"], {
    cwd: folder,
  });
  assert.equal(run.status, 0, run.stderr);
  const text = (file: string) => readFileSync(join(folder, "made/store", file), "utf8");

  const named = [...text("errors.ts").matchAll(/^export type (\w+) = ListedError<"(.*?)"/gm)];
  assert.deepEqual(Object.fromEntries(named.map(([, name, code]) => [code, name])), {
    4: "TableNotFoundError",
    5: "BusyError",
    6: "Busy6Error",
    77: "Code77Error",
    api_error: "ApiCodeError",
    store_error: "StoreCodeError",
    row_locked: "RowLockedError",
    "https://store.example/probs/out-of-rows": "OutOfRowsError",
    "not-found": "NotFoundError",
    not_found: "Not_foundError",
  });
  const schemas = [...text("types.ts").matchAll(/^ {4}(?:"(.*)"|(\w+)): \{$/gm)].map(
    ([, quoted, plain]) => quoted ?? plain,
  );
  assert.deepEqual(schemas.sort(), [
    "ApiErrorBody",
    "ErrorBody",
    "ErrorBody_2",
    "OutOfRowsBody",
    "RowLockedBody",
    "StoreErrorBody",
  ]);
  assert.equal(compileStrictly(folder), "");

  const program = `from made.store.errors import TableNotFound, Busy, Busy6, Code77, ApiError, StoreCodeError, RowLocked, OutOfRows, NotFound
print("ok")`;
  const { stdout, stderr } = await runPython(["-c", program], { cwd: folder });
  assert.equal(stdout.trim(), "ok", stderr);
});
