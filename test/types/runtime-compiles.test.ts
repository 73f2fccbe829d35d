import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { renderRuntime } from "../../generator/render/runtime.js";
import { temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

const unchecked = /^\/\/ @ts-nocheck .*\n/m;

test("the runtime, which no other compiler checks, has nothing for the strictest one to say", (t) => {
  for (const compiler of ["typescript-native", "typescript"] as const) {
    const folder = temporaryFolder(t);
    for (const { path, text } of renderRuntime()) {
      assert.match(text, unchecked);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text.replace(unchecked, ""));
    }
    assert.equal(compileStrictly(folder, {}, compiler), "");
    writeFileSync(join(folder, "runtime/wrong.ts"), "export const wrong: string = 1;\n");
    assert.match(compileStrictly(folder, {}, compiler), /wrong\.ts/);
  }
});
