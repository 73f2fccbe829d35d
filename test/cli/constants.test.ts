import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";

const text = { type: "string" };
const object = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: "object",
  required,
  properties,
});

const stock = object({ unit: { const: "piece" }, left: { type: "integer" } });
const kind = object({ scheme: { const: "v2" }, place: object({ zone: { const: "eu" } }) });
const hint = object({ lang: { const: "en" }, text: { ...text } }, ["lang"]);
const note = object({ lang: { const: "en" }, text });
const details = object({ stock, kind, hint, note, item: text, "odd name": stock }, ["stock", "kind", "hint", "item"]);

const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  "x-error-contract": { envelopes: [{ name: "shop", code: "/code", message: "/message", details: "/details" }] },
  paths: {
    "/orders": {
      post: {
        operationId: "order",
        responses: {
          409: {
            description: "Sold out",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SoldOut" },
                example: {
                  code: "sold_out",
                  message: "No tea",
                  details: {
                    stock: { unit: "piece", left: 0 },
                    kind: { scheme: "v2", place: { zone: "eu" } },
                    hint: { lang: "en" },
                    item: "tea",
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      SoldOut: {
        title: "Sold out",
        description: "Nothing is left.",
        ...object({ code: { const: "sold_out" }, message: text, details }),
      },
    },
  },
};

const program = `
import { errors } from "./errors/shop/index.js";

declare const console: { log(text: string): void };
const say = (error: { readonly body: unknown }) => console.log(JSON.stringify((error.body as { details: unknown }).details));

say(errors.soldOut({ item: "tea", stock: { left: 0 } }));
say(errors.soldOut({ item: "tea", stock: { left: 0 }, hint: { text: "later" }, note: { text: "x" }, "odd name": { left: 1 } }));
// @ts-expect-error: what is left has to be said
errors.soldOut({ item: "tea", stock: {} });
// @ts-expect-error: the item has to be said
errors.soldOut({ stock: { left: 0 } });
// @ts-expect-error: constants are the contract's to say
errors.soldOut({ item: "tea", stock: { left: 0, unit: "box" } });
`;

test("a server is not asked for constants, at any depth, and they are in what it answers", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const args = ["generate", "openapi.json", "--output", "errors", "--emit", "errors"];
  const { status, stderr } = runCli(args, { cwd: folder });
  assert.equal(status, 0, stderr);
  writeFileSync(join(folder, "program.ts"), program);
  assert.equal(compileStrictly(folder, { lib: ["es2023"] }), "");
  const lines = runProgram(join(folder, "out/program.js")).trim().split("\n");
  const due = { kind: { scheme: "v2", place: { zone: "eu" } }, item: "tea" };
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    [
      { ...due, hint: { lang: "en" }, stock: { unit: "piece", left: 0 } },
      {
        ...due,
        hint: { lang: "en", text: "later" },
        note: { lang: "en", text: "x" },
        stock: { unit: "piece", left: 0 },
        "odd name": { unit: "piece", left: 1 },
      },
    ],
  );
});
