import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";

/** The meaning of the 404 of a document whose operations describe theirs like this. */
function meaningOf404(descriptions: readonly string[], folder: string): string {
  const paths = descriptions.map((description, index) => [
    `/things${index}`,
    { get: { responses: { 404: { description } } } },
  ]);
  const document = { openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths: Object.fromEntries(paths) };
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const { status, stderr } = runCli(["generate", "openapi.json", "-o", "out", "--emit", "json"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const [error] = JSON.parse(readFileSync(join(folder, "out/shop/errors.json"), "utf8")).errors;
  assert.equal(error.code, "http_404");
  return error.meaning;
}

test("a status means what more than half of its answers say, and not what one operation says", (t) => {
  const folder = temporaryFolder(t);
  const [usual, cart, plan] = ["There is no such thing.", "No such cart.", "No such plan."] as const;
  assert.equal(meaningOf404([cart, usual, `${usual}\n`], folder), usual);
  assert.equal(meaningOf404([cart], folder), cart);
  assert.equal(meaningOf404([cart, plan, usual], folder), "Not Found");
  assert.equal(meaningOf404([cart, plan], folder), "Not Found");
});
