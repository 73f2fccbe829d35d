import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

test("schemas, members and codes may have the names that every object has", (t) => {
  const folder = temporaryFolder(t);
  const names = Object.getOwnPropertyNames(Object.prototype);
  const members = Object.fromEntries(names.map((name) => [name, { type: "string", description: `The ${name}` }]));
  const schemas = names.map((name, index) => [
    name,
    {
      type: "object",
      required: ["code", "message", "details"],
      properties: {
        code: { const: name },
        message: { type: "string" },
        details: {
          type: "object",
          required: names,
          properties: { ...members, [`own${index}`]: { $ref: "#/components/schemas/Shared" } },
        },
      },
    },
  ]);
  const anyOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const response = { description: "Wrong", content: { "application/json": { schema: { anyOf } } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Names", version: "1" },
    paths: { "/a": { get: { operationId: "getA", responses: { 400: response } } } },
    components: {
      schemas: Object.fromEntries([...schemas, ["Shared", { type: "object", properties: members }]]),
    },
  };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const { status, stderr } = runCli(["generate", "openapi.json", "-o", "out"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const types = readFileSync(join(folder, "out/names/types.ts"), "utf8");
  for (const name of names) assert.ok(types.split(`"${name}"`).length > 3, name);
  writeFileSync(
    join(folder, "out/use.ts"),
    `import { errors } from "./names/index.js";
import type { components } from "./names/types.js";
export const text: string = ({} as components["schemas"]["hasOwnProperty"])["details"]["toString"];
export const made = errors["toString"];
`,
  );
  const said = compileStrictly(join(folder, "out"), { noEmit: true });
  assert.equal(said, "");
});
