import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

/** Ten ways to fail, each with a shape of its own, and one that is told by a number. */
const names = Array.from({ length: 10 }, (_, at) => `engine_number_${at}_is_out_of_order`);
const body = (code: object, more: object) => ({
  type: "object",
  required: ["code", "message"],
  properties: { code, message: { type: "string" }, ...more },
});
const answer = (schema: object, more: object = {}) => ({
  description: "No.",
  content: { "application/json": { schema, ...more } },
});
const document = {
  openapi: "3.1.0",
  info: { title: "Ferry", version: "1" },
  paths: {
    "/crossings": {
      post: {
        operationId: "cross",
        responses: {
          404: answer(body({ type: "integer" }, {}), {
            example: { code: 4711, message: "There is no such harbour. Look at the map." },
          }),
          409: answer({ oneOf: names.map((name, at) => body({ const: name }, { [`part${at}`]: { type: "string" } })) }),
          422: answer({
            oneOf: names.map((_, at) => body({ type: "string" }, { [`part${at}`]: { type: "string" } })),
          }),
        },
      },
    },
  },
};

test("of details that are a list, each member of an item has a row; bodies that two media types share are shown once", (t) => {
  const folder = temporaryFolder(t);
  const errors = {
    type: "array",
    items: body({ enum: ["no_boat"] }, { deck: { type: "string", description: "Where." } }),
  };
  const schema = { type: "object", required: ["errors"], properties: { errors } };
  const example = { errors: [{ code: "no_boat", message: "There is no boat.", deck: "upper" }] };
  const content = { "application/json": { schema, example }, "application/vnd.ferry+json": { schema, example } };
  const responses = { 404: { description: "No.", content } };
  writeFileSync(
    join(folder, "openapi.json"),
    JSON.stringify({ ...document, paths: { "/boats": { get: { responses } } } }),
  );
  const run = runCli(["generate", "openapi.json", "-o", "made", "--emit", "markdown"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const text = readFileSync(join(folder, "made/ferry/errors.md"), "utf8");
  assert.match(
    text,
    /^\| `details` \| array of object \| always \| {2}\|\n.*^\| `details\[\]\.deck` \| string \| sometimes \| Where\. \|$/ms,
  );
  assert.equal(text.match(/```json/g)?.length, 1);
});

test("a list shows what a number means, and long unions take several lines", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const run = runCli(["generate", "openapi.json", "-o", "made", "--emit", "types,codes,errors,markdown"], {
    cwd: folder,
  });
  assert.equal(run.status, 0, run.stderr);
  const text = (file: string) => readFileSync(join(folder, "made/ferry", file), "utf8");
  assert.match(text("errors.md"), /^\| \[`4711`\]\(#4711\) \| 404 \| There is no such harbour \|/m);
  const code = text("contract.ts");
  assert.match(code, /^ {4}409:\n {6}\| "engine_number_0/m);
  assert.deepEqual(
    code.split("\n").filter((line) => / \| .* \| .* \| /.test(line) && line.length > 110),
    [],
  );
  assert.equal(compileStrictly(folder), "");
});
