import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { spawnArguments } from "../support/cli.js";
import { shopFolder } from "./shop.js";

test("--watch writes again when the document changes, and goes on after a mistake in it", async (t) => {
  const folder = shopFolder(t);
  const document = join(folder, "openapi.yaml");
  const text = readFileSync(document, "utf8");
  const [command, ...args] = spawnArguments(["generate", "openapi.yaml", "--emit", "json", "--watch"]);
  const child = spawn(command!, args, { cwd: folder });
  t.after(() => child.kill());
  const printed: string[] = [];
  const lines = createInterface(child.stderr)[Symbol.asyncIterator]();
  /** All that is printed until it watches again. */
  const nextRun = async () => {
    printed.length = 0;
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      printed.push(line.value);
      if (line.value.startsWith("watching")) return printed.join("\n");
    }
    return assert.fail("it ended");
  };
  const titleOf = () => JSON.parse(readFileSync(join(folder, "generated/shop/errors.json"), "utf8")).title as string;

  assert.match(await nextRun(), /1 written/);
  const before = titleOf();
  writeFileSync(document, text.replace("title: Shop", "title: Another shop"));
  assert.match(await nextRun(), /1 written/);
  assert.notEqual(titleOf(), before);
  assert.equal(titleOf(), "Another shop");
  writeFileSync(document, "openapi: 3.1.0\ninfo: {");
  assert.match(await nextRun(), /document-malformed/);
  assert.equal(titleOf(), "Another shop");
  writeFileSync(document, text);
  assert.match(await nextRun(), /1 written/);
  assert.equal(titleOf(), before);
});
