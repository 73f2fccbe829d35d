import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { allowing } from "../../generator/write/permission.js";
import { temporaryFolder } from "../support/cli.js";

test("a permission that is missing is one of the folder that is there", (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, "a b"));
  writeFileSync(join(folder, "a b/c.ts"), "");
  for (const path of ["a b", "a b/c.ts", "a b/d/e.ts"])
    assert.equal(allowing(join(folder, path)), `chmod u+rwx '${join(folder, "a b")}'`, path);
});

test("or of a file that can't be read", { skip: process.getuid?.() === 0 && "root may read anything" }, (t) => {
  const file = join(temporaryFolder(t), "c.ts");
  writeFileSync(file, "");
  chmodSync(file, 0o200);
  assert.equal(allowing(file), `chmod u+r ${file}`);
});
