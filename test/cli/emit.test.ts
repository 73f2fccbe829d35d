import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { shopFolder } from "./shop.js";

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
    const folder = shopFolder(t);
    const document = join(folder, "openapi.yaml");
    const text = readFileSync(document, "utf8");
    const withDetails = text
      .replace("message: /message", "message: /message, details: /details")
      .replace("message: There is no order 7.", "message: There is no order 7., details: { id: 7 }")
      .concat("        details: { type: object, properties: { id: { type: integer } } }\n");
    writeFileSync(document, withDetails);
    const { status, stderr } = await startCli(args, { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.match(stderr, /^out\/shop\/types\.ts comes along: the details of order_not_found are typed by it$/m);
    assert.equal(compileStrictly(join(folder, "out")), "");
    // What nobody asks for any more goes with the details.
    writeFileSync(document, text);
    await startCli(args, { cwd: folder });
    assert.doesNotMatch(readFileSync(join(folder, "out/shop/errors.ts"), "utf8"), /types/);
  });
});
