import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { hashOfContent } from "../../generator/write/hash.js";

const folder = mkdtempSync(join(tmpdir(), "hash-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("the hash of a file", () => {
  test("is that of its bytes, however many times more they are than what is read at once", () => {
    const path = join(folder, "file");
    for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 19]) {
      const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) >> 3);
      writeFileSync(path, bytes);
      assert.equal(hashOfContent(path), createHash("sha256").update(bytes).digest("hex"), `${size} bytes`);
    }
  });

  test("leaves no file open, not where it can't be read either", { skip: process.platform !== "linux" }, () => {
    const open = () => readdirSync("/proc/self/fd").length;
    const path = join(folder, "read");
    writeFileSync(path, "text");
    const before = open();
    hashOfContent(path);
    assert.throws(() => hashOfContent(folder), { code: "EISDIR" });
    assert.equal(open(), before);
  });
});
