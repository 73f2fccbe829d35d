import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runPython } from "../python/run-python.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";

const body = (code: object, more: object = {}) => ({
  ...{ type: "object", required: ["code", "message"], ...more },
  properties: { code, message: { type: "string" } },
});

const answer = (schema: string, ...codes: readonly string[]) => ({
  description: "It failed.",
  content: {
    "application/json": {
      schema: { $ref: `#/components/schemas/${schema}` },
      examples: Object.fromEntries(codes.map((code) => [code, { value: { code, message: "No" } }])),
    },
  },
});

/** One code that is retired as a schema, one by its name beside an enum, and one at the root. */
const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "2.0.0" },
  "x-error-contract": { id: "shop", envelopes: [{ name: "shop", code: "/code", message: "/message" }] },
  "x-error-codes": [{ code: "price_unknown", status: 409, retired: true, description: "The price was not known." }],
  paths: {
    "/orders": {
      post: {
        operationId: "order",
        responses: { "402": answer("Full", "full"), "409": answer("Lost", "cart_lost", "late") },
      },
    },
  },
  components: {
    schemas: {
      Full: {
        ...{ title: "Full", description: "No order more.", deprecated: true },
        ...body({ const: "full" }, { "x-error": { since: "1.1", replacedBy: "late" } }),
      },
      OrderLimit: {
        ...{ title: "Order limit", description: "Too many orders are open." },
        ...body(
          { const: "order_limit" },
          { "x-error": { retired: true, status: 402, since: "1.0", replacedBy: "full" } },
        ),
      },
      Code: {
        ...{ type: "string", enum: ["cart_lost", "late"] },
        "x-error": { codes: { cart_gone: { retired: true, status: 410, title: "Cart gone" } } },
      },
      Lost: body({ $ref: "#/components/schemas/Code" }),
    },
  },
};

const retired = ["order_limit", "price_unknown", "cart_gone"];

test("a retired code is in the contract, and in no type, in both languages", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const emit = "types,codes,errors,server,json,vectors,markdown,csv,python,docs";
  const { status, stdout, stderr } = runCli(["generate", "openapi.json", "-o", "generated", "--emit", emit], {
    cwd: folder,
  });
  assert.deepEqual({ status, stdout }, { status: 0, stdout: "" }, stderr);
  const read = (path: string) => readFileSync(join(folder, "generated", path), "utf8");

  const { errors } = JSON.parse(read("shop/errors.json"));
  const codes = errors.filter((error: { retired: boolean }) => error.retired).map(({ code }: { code: string }) => code);
  assert.deepEqual(codes, ["order_limit", "price_unknown", "cart_gone"]);
  for (const code of retired) {
    for (const path of ["codes.ts", "errors.ts", "server.ts", "types.ts", "vectors.json", "errors.py"])
      assert.ok(!read(`shop/${path}`).includes(code), `${code} in ${path}`);
    for (const path of ["shop/errors.md", "shop/catalog.csv", "docs/index.html", "docs/llms.txt"])
      assert.ok(read(path).includes(code), `${code} in ${path}`);
    assert.match(read(`docs/shop/errors/${code}.html`), /<strong>Retired\.<\/strong>/);
  }
  assert.match(read("docs/shop/errors/order_limit.html"), /Instead: <a href="full.html">/);
  assert.match(read("shop/errors.md"), /\| `order_limit` \| 402 \| Order limit \| 1\.0 \| `full` \|/);

  // An old server may send it still: it is unlisted, and nothing is made up of it.
  writeFileSync(join(folder, "program.ts"), program);
  assert.equal(compileStrictly(folder), "");
  assert.equal(runProgram(join(folder, "out/program.js")), seen);
  const python = await runPython(["-c", pythonProgram], { cwd: folder });
  assert.deepEqual(python, { status: 0, stdout: seen, stderr: "" });

  const explained = runCli(["explain", "order_limit", "--document", "openapi.json"], { cwd: folder });
  assert.equal(explained.status, 0);
  assert.match(explained.stdout, /^Life {7}Retired\. [\s\S]*^Instead {4}full$/m);
  const pasted = runCli(["explain", "--status", "402", "--document", "openapi.json"], {
    cwd: folder,
    input: JSON.stringify({ code: "order_limit", message: "No" }),
  });
  assert.match(pasted.stdout, /^Life {7}Retired\./m);
  // The contract as data is the contract.
  const same = runCli(["diff", "openapi.json", "generated/shop/errors.json"], { cwd: folder });
  assert.deepEqual(same, { status: 0, stdout: "no changes\n", stderr: "" });
});

const seen = "order_limit false full\ntrue 1.1 late\n";

const program = `
import { type ErrorCode, errorInfo, match, parseError } from "./generated/shop/index.js";

declare const console: { log(...words: unknown[]): void };
// @ts-expect-error: nobody is to write code for it
export const code: ErrorCode = "order_limit";

const error = parseError({ status: 402, body: { code: "order_limit", message: "No" } });
const known = match(error, { full: () => "", late: () => "", cart_lost: () => "" }, () => error.closest);
console.log(error.code, error.listed, known);
const { deprecated, since, replacedBy } = errorInfo.full;
console.log(deprecated, since, replacedBy);
`;

const pythonProgram = `
from generated.shop.errors import ERROR_INFO, parse_error
error = parse_error(402, {}, {"code": "order_limit", "message": "No"})
print(error.code, str(error.listed).lower(), error.closest)
info = ERROR_INFO["full"]
print(str(info.deprecated).lower(), info.since, info.replaced_by)
`;

test("what is deprecated is struck out wherever it is written", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  assert.equal(runCli(["generate", "openapi.json", "--emit", "codes,errors,server,python"], { cwd: folder }).status, 0);
  for (const name of ["codes.ts", "errors.ts", "server.ts"])
    assert.match(readFileSync(join(folder, "generated/shop", name), "utf8"), /@deprecated Use late\./, name);
  const python = readFileSync(join(folder, "generated/shop/errors.py"), "utf8");
  assert.match(python, / {4}FULL: Final = "full"\n {4}"""Deprecated: use late\."""\n/);
  assert.match(python, /Category: billing\. Since 1\.1\./);
});

test("the names of a retired code stay its own", (t) => {
  const folder = temporaryFolder(t);
  const { Full, ...schemas } = document.components.schemas;
  const other = { ...Full, ...body({ const: "ORDER_LIMIT" }), title: "Another limit", deprecated: false };
  const paths = {
    "/orders": {
      post: {
        operationId: "order",
        responses: { "402": answer("Full", "ORDER_LIMIT"), "409": answer("Lost", "cart_lost", "late") },
      },
    },
  };
  const OrderLimit = { ...schemas.OrderLimit, "x-error": { retired: true, status: 402 } };
  const changed = { ...document, paths, components: { schemas: { ...schemas, Full: other, OrderLimit } } };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(changed));
  const { status, stderr } = runCli(["generate", "openapi.json", "--emit", "codes,errors,python"], {
    cwd: folder,
  });
  assert.equal(status, 0, stderr);
  const made =
    readFileSync(join(folder, "generated/shop/codes.ts"), "utf8") +
    readFileSync(join(folder, "generated/shop/errors.ts"), "utf8");
  assert.match(made, /^ {2}ORDER_LIMIT: "ORDER_LIMIT",$/m);
  assert.doesNotMatch(made, /\bOrderLimit(?:Error)?\b(?!`)/);
  const python = readFileSync(join(folder, "generated/shop/errors.py"), "utf8");
  assert.doesNotMatch(python, /^ {4}ORDER_LIMIT:|^class OrderLimit\(/m);
});
