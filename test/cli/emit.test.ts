import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { shopFolder } from "./shop.js";

test("codes alone bring the types that they stand on, and nothing that parses", async (t) => {
  const folder = shopFolder(t);
  const args = ["generate", "openapi.yaml", "-o", "out", "--emit"];
  assert.equal((await startCli([...args, "codes"], { cwd: folder })).status, 0);
  assert.equal(compileStrictly(join(folder, "out")), "");
  assert.deepEqual(readdirSync(join(folder, "out/runtime")).sort(), ["category.ts", "info.ts"]);
  // They stay for the codes when the errors go.
  assert.equal((await startCli([...args, "errors"], { cwd: folder })).status, 0);
  const config = "apis: { shop: { root: openapi.yaml, x-openapi-errors: { emit: [codes], output: out } } }\n";
  writeFileSync(join(folder, "redocly.yaml"), config);
  assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
  assert.deepEqual(readdirSync(join(folder, "out/runtime")).sort(), ["category.ts", "info.ts"]);
  assert.equal(compileStrictly(join(folder, "out")), "");
});

describe("errors refer to types", together, () => {
  const args = ["generate", "openapi.yaml", "-o", "out", "--emit", "codes,errors"];

  test("nowhere, where no details are typed: they come without", async (t) => {
    const folder = shopFolder(t);
    const { status, stderr } = await startCli(args, { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stderr, /types/);
    assert.ok(!existsSync(join(folder, "out/shop/types.ts")));
    assert.equal(compileStrictly(join(folder, "out")), "");
  });

  test("where details are typed by them: then they come along, and it is said why", async (t) => {
    const { folder, withDetails, without } = shopWithDetails(t);
    withDetails();
    const { status, stderr } = await startCli(args, { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.match(stderr, /^out\/shop\/types\.ts comes along: the details of order_not_found are typed by it$/m);
    assert.equal(compileStrictly(join(folder, "out")), "");
    const javascript = await startCli([...args, "-o", "js", "--language", "js"], { cwd: folder });
    assert.match(javascript.stderr, /^js\/shop\/types\.d\.ts comes along: /m);
    assert.ok(existsSync(join(folder, "js/shop/types.d.ts")));
    without();
    await startCli(args, { cwd: folder });
    assert.doesNotMatch(readFileSync(join(folder, "out/shop/errors.ts"), "utf8"), /types/);
  });

  test("as long as there are such details, where redocly.yaml says what is made", async (t) => {
    const { folder, withDetails, without } = shopWithDetails(t);
    const config = "apis: { shop: { root: openapi.yaml, x-openapi-errors: { emit: [codes, errors] } } }\n";
    writeFileSync(join(folder, "redocly.yaml"), config);
    const types = join(folder, "generated/shop/types.ts");
    for (const [edit, said] of [
      [withDetails, "added"],
      [without, "removed"],
      [withDetails, "added"],
    ] as const) {
      edit();
      const due = await startCli(["generate", "--check"], { cwd: folder });
      assert.match(due.stderr, new RegExp(`^ {2}${said} +generated/shop/types\\.ts$`, "m"));
      assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
      assert.equal(existsSync(types), said === "added");
      assert.equal((await startCli(["generate", "--check", "--no-cache"], { cwd: folder })).status, 0);
    }
  });
});

/** A document whose error has details, or has none. */
function shopWithDetails(t: TestContext) {
  const folder = shopFolder(t);
  const document = join(folder, "openapi.yaml");
  const text = readFileSync(document, "utf8");
  const detailed = text
    .replace("message: /message", "message: /message, details: /details")
    .replace("message: There is no order 7.", "message: There is no order 7., details: { id: 7 }")
    .concat("        details: { type: object, properties: { id: { type: integer } } }\n");
  const write = (content: string) => () => writeFileSync(document, content);
  return { folder, withDetails: write(detailed), without: write(text) };
}
