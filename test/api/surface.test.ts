import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as api from "../../generator/api/index.js";
import { publicSurface } from "./surface.js";

const golden = fileURLToPath(new URL("surface.txt", import.meta.url));
const source = (name: string) => readFileSync(new URL(`../../generator/api/${name}.ts`, import.meta.url), "utf8");

test("what the package exports is what it exported before: a change of it is meant", () => {
  const surface = publicSurface();
  if (process.env.UPDATE === "1") writeFileSync(golden, surface);
  assert.equal(surface, readFileSync(golden, "utf8"), "if it is meant: UPDATE=1 makes test/api/surface.txt again");
});

test("every function has an example where it is declared", () => {
  assert.deepEqual(Object.keys(api).sort(), [
    "audit",
    "classify",
    "diff",
    "explain",
    "generate",
    "lint",
    "messages",
    "mock",
    "readContract",
    "scan",
  ]);
  for (const name of Object.keys(api)) {
    const file = source(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    assert.match(file, new RegExp(`@example\\n(?: \\*.*\\n)+(?: \\*/\\n)export (?:async )?function ${name}\\(`), name);
  }
});
