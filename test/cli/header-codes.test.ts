import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";

const document = `openapi: 3.1.0
info: { title: Shop, version: "1" }
x-error-contract: { id: shop, envelopes: [{ name: plain, message: /message, codeHeader: X-Error-Code }] }
paths:
  /orders:
    head:
      responses:
        "404": { description: None, headers: { x-error-code: { required: true, schema: { enum: [order_gone, shop_gone] } } } }
    get:
      responses:
        "403":
          description: No
          headers: { X-Error-Code: { required: true, schema: { enum: [no_role, no_scope] }, examples: { role: { value: no_role }, scope: { value: no_scope } } } }
          content: { application/json: { schema: &plain { type: object, properties: { message: { type: string } } }, examples: { scope: { value: { message: No scope } }, role: { value: { message: No role } } } } }
        "409":
          description: Busy
          headers: { X-Error-Code: { schema: { const: busy } } }
          content: { application/json: { schema: *plain, example: { message: Wait } } }
`;

test("an example of a code that a header says is one of that code, with a body and without", (t) => {
  const cwd = temporaryFolder(t);
  writeFileSync(join(cwd, "openapi.yaml"), document);
  const { status, stderr } = runCli(["generate", "openapi.yaml", "-o", "out", "--emit", "json,vectors"], { cwd });
  assert.equal(status, 0, stderr);
  const vectors = JSON.parse(readFileSync(join(cwd, "out/shop/vectors.json"), "utf8")) as {
    readonly name: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly expect: { readonly code: string };
  }[];
  assert.deepEqual(
    vectors.map(({ name, headers, expect }) => [name, headers["X-Error-Code"] ?? headers["x-error-code"], expect.code]),
    [
      ["no_role: role", "no_role", "no_role"],
      ["no_scope: scope", "no_scope", "no_scope"],
      ["order_gone: empty", "order_gone", "order_gone"],
      ["shop_gone: empty_2", "shop_gone", "shop_gone"],
      ["busy: example", "busy", "busy"],
      ["http_409: example_2", undefined, "http_409"],
    ],
  );
});
