import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";

const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
x-error-contract: { id: shop, envelopes: [{ name: error, code: /code, details: /details }] }
paths:
  /orders:
    get:
      responses:
        "404":
          description: No.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Gone" }
              example: { code: gone, details: { order: "7" } }
components:
  schemas:
    Gone:
      type: object
      required: [code, details]
      properties:
        code: { const: gone }
        details:
          type: object
          required: [order]
          properties:
            order: { $ref: "#/components/schemas/Id", description: The order that is gone., deprecated: true }
    Id: { type: string, description: Any id. }
`;

test("what is said beside a reference is said where it stands, in types and in details", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const run = runCli(["generate", "openapi.yaml", "-o", "out"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const types = readFileSync(join(folder, "out/shop/types.ts"), "utf8");
  assert.match(
    types,
    /\* @deprecated\n\s+\* @description The order that is gone\.\n\s+\*\/\n\s+order: components\["schemas"\]\["Id"\];/,
  );
  const { errors } = JSON.parse(readFileSync(join(folder, "out/shop/errors.json"), "utf8"));
  assert.equal(errors[0].details.properties.order.description, "The order that is gone.");
  assert.equal(errors[0].details.properties.order.type, "string");
});
