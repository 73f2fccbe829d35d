import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { hashOfBytes } from "../../generator/write/hash.js";

test("a long text is hashed in parts as it is at once, wherever its characters stand", () => {
  const part = 1 << 20;
  for (const character of ["a", "é", "€", "\u{1f600}", "\ud83d", "\ude00", "\ude00\ud83d"])
    for (const before of [part - 3, part - 2, part - 1, part, part + 1])
      for (const filled of ["x", "\u{1f600}"]) {
        const text = `${filled.repeat(Math.ceil(before / filled.length)).slice(0, before)}${character.repeat(5)}end`;
        assert.equal(hashOfBytes(text), createHash("sha256").update(Buffer.from(text)).digest("hex"));
      }
});
