import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { hashOfBytes, hashOfContent } from "../../generator/write/hash.js";
import { temporaryFolder } from "../support/cli.js";

describe("the hash of a file", () => {
  test("is that of its bytes, however many times more they are than what is read at once", (t) => {
    const path = join(temporaryFolder(t), "file");
    for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 19]) {
      const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) >> 3);
      writeFileSync(path, bytes);
      assert.equal(hashOfContent(path), createHash("sha256").update(bytes).digest("hex"), `${size} bytes`);
    }
  });

  test("leaves no file open, not where it can't be read either", { skip: process.platform !== "linux" }, (t) => {
    const open = () => readdirSync("/proc/self/fd").length;
    const folder = temporaryFolder(t);
    const path = join(folder, "read");
    writeFileSync(path, "text");
    const before = open();
    hashOfContent(path);
    assert.throws(() => hashOfContent(folder), { code: "EISDIR" });
    assert.equal(open(), before);
  });
});

test("a long text is hashed in parts as it is at once, wherever its characters stand", () => {
  const part = 1 << 20;
  for (const character of ["a", "é", "€", "\u{1f600}", "\ud83d", "\ude00", "\ude00\ud83d"])
    for (const before of [part - 3, part - 2, part - 1, part, part + 1])
      for (const filled of ["x", "\u{1f600}"]) {
        const text = `${filled.repeat(Math.ceil(before / filled.length)).slice(0, before)}${character.repeat(5)}end`;
        assert.equal(hashOfBytes(text), createHash("sha256").update(Buffer.from(text)).digest("hex"));
      }
});
