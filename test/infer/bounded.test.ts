import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

const count = 60;

/** An error that leads to sixty schemas, each of which leads to twelve others: written out, that has no end. */
function entangled(): unknown {
  const name = (index: number) => `Thing${index % count}`;
  const linksOf = (index: number) =>
    Object.fromEntries(
      Array.from({ length: 12 }, (_, step) => [
        `link${step}`,
        { $ref: `#/components/schemas/${name(index * 7 + step + 1)}` },
      ]),
    );
  const things = Array.from({ length: count }, (_, index) => [
    name(index),
    { type: "object", properties: { label: { type: "string" }, ...linksOf(index) } },
  ]);
  const failure = {
    type: "object",
    required: ["code", "message"],
    properties: {
      code: { type: "string", enum: ["tangled", "knotted"] },
      message: { type: "string" },
      details: { $ref: "#/components/schemas/Thing0" },
    },
  };
  const answer = { description: "No", content: { "application/json": { schema: failure } } };
  return {
    openapi: "3.1.0",
    info: { title: "Entangled", version: "1" },
    paths: { "/things": { get: { operationId: "listThings", responses: { 400: answer } } } },
    components: { schemas: Object.fromEntries(things) },
  };
}

test("an error that leads to ever more schemas stays named in types.ts and bounded everywhere else", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(entangled()));
  const { status, stderr } = runCli(["generate", join(folder, "openapi.json"), "--output", join(folder, "out")]);
  assert.equal(status, 0, stderr);

  const made = join(folder, "out/entangled");
  for (const file of ["errors.json", "errors.ts", "types.ts", "errors.md"])
    assert.ok(statSync(join(made, file)).size < 500_000, `${file}: ${statSync(join(made, file)).size} bytes`);
  const types = readFileSync(join(made, "types.ts"), "utf8");
  assert.match(types, /\n {4}Thing59: \{/);
  assert.match(types, /\n {6}link0\?: components\["schemas"\]\["Thing\d+"\];/);
  assert.equal(compileStrictly(join(folder, "out")), "");
});
