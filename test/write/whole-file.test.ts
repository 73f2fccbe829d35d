import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { newOwner } from "../../generator/write/owner.js";
import { writeWhole } from "../../generator/write/whole-file.js";
import { temporaryFolder } from "../support/cli.js";
import { intercept, refusal } from "./file-system.js";

describe("one file is written whole or not at all", () => {
  test("with the folders above it, and with the permissions that it had", (t) => {
    const folder = temporaryFolder(t);
    const path = join(folder, "a/b.yaml");
    writeWhole(path, "one");
    assert.equal(readFileSync(path, "utf8"), "one");
    assert.equal(statSync(path).mode & 0o777, 0o666 & ~process.umask());
    chmodSync(path, 0o604);
    writeWhole(path, "two");
    assert.deepEqual([readFileSync(path, "utf8"), statSync(path).mode & 0o777], ["two", 0o604]);
    assert.deepEqual(readdirSync(join(folder, "a")), ["b.yaml"]);
  });

  test("so what stands there is never half of it, and what is refused leaves nothing", (t) => {
    const folder = temporaryFolder(t);
    const path = join(folder, "b.yaml");
    writeFileSync(path, "one");
    for (const refused of ["openSync", "writeFileSync", "renameSync"]) {
      const beside: string[] = [];
      const restore = intercept(folder, (name) => {
        if (name !== refused) return;
        beside.push(...readdirSync(folder));
        throw refusal("ENOSPC", name);
      });
      try {
        assert.throws(() => writeWhole(path, "two"), { code: "ENOSPC" });
      } finally {
        restore();
      }
      if (refused === "openSync") assert.deepEqual(beside, ["b.yaml"]);
      else
        assert.ok(beside.some((name) => new RegExp(`^\\.b\\.yaml\\.${process.pid}-\\d+-[0-9a-f]+\\.tmp$`).test(name)));
      assert.deepEqual([readdirSync(folder), readFileSync(path, "utf8")], [["b.yaml"], "one"]);
    }
  });

  test("and what a killed run left of it goes; not what is another's, of another file, or still at work", (t) => {
    const folder = temporaryFolder(t);
    const dead = ["999999999-77-abcdef", "999999999-0-0"].map((token) => `.b.yaml.${token}.tmp`);
    const others = [
      `.b.yaml.${newOwner().token}.tmp`,
      ".c.yaml.999999999-7-abcdef.tmp",
      "b.yaml.999999999-7-abcdef.tmp",
      ".b.yaml.999999999-7-abcdef.tmp.orig",
      ".b.yaml.999999999-7-xyz.tmp",
      ".b.yaml.x-7-abcdef.tmp",
      ".b.yaml.999999999-x-abcdef.tmp",
      ".b.yaml.x.999999999-7-abcdef.tmp",
      ".b.yaml.tmp",
    ];
    for (const name of [...dead, ...others]) writeFileSync(join(folder, name), hostname());
    writeWhole(join(folder, "b.yaml"), "one");
    assert.deepEqual(readdirSync(folder).sort(), [...others, "b.yaml"].sort());
  });
});
