import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

test("details of which a document says no more than `type: object` are given and read as any members", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  const { status, stderr } = runCli(["generate", "openapi.yaml"], { cwd: folder });
  assert.equal(status, 0, stderr);
  writeFileSync(join(folder, "program.ts"), program);
  assert.equal(compileStrictly(folder), "");
});

const program = `import { errors, isError } from "./generated/shop/index.js";

const error: unknown = errors.invalidOrder([{ path: ["items", 0], message: "is unknown" }]);
// @ts-expect-error: what stands there is not known, so it is no text
if (isError(error, "invalid_order")) error.details?.[0]?.["message"] satisfies string | undefined;
errors.failed({ seen: { at: 7 } });
`;

const document = `openapi: 3.1.0
info: { title: Shop, version: "1" }
x-error-contract:
  id: shop
  envelopes: [{ name: error, code: /code, message: /message, details: /details }]
paths:
  /orders:
    post:
      responses:
        "422":
          description: The order is not valid.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/InvalidOrder" }
              example: { code: invalid_order, message: Not valid., details: [{ path: [items, 0], message: is unknown }] }
        "500":
          description: It failed.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Failed" }
              example: { code: failed, message: It failed., details: { seen: { at: 7 } } }
components:
  schemas:
    InvalidOrder:
      title: Invalid order
      description: The order is not valid.
      type: object
      required: [code, message, details]
      properties:
        code: { const: invalid_order }
        message: { type: string }
        details: { type: array, items: { type: object } }
    Failed:
      title: Failed
      description: It failed.
      type: object
      required: [code, message, details]
      properties: { code: { const: failed }, message: { type: string }, details: { type: object } }
`;
