import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { renderRuntimeOfCodes, renderRuntimeOfErrors } from "../../generator/render/runtime.js";
import { temporaryFolder } from "../support/cli.js";
import { compileStrictly, unchecked } from "../support/strict-project.js";

test("the runtime, which no other compiler checks, has nothing for the strictest one to say", (t) => {
  for (const compiler of ["typescript-native", "typescript"] as const) {
    const folder = temporaryFolder(t);
    for (const { path, text } of [...renderRuntimeOfCodes(), ...renderRuntimeOfErrors()]) {
      assert.match(text, unchecked);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text.replace(unchecked, ""));
    }
    assert.equal(compileStrictly(folder, {}, compiler), "");
    writeFileSync(join(folder, "runtime/wrong.ts"), "export const wrong: string = 1;\n");
    assert.match(compileStrictly(folder, {}, compiler), /wrong\.ts/);
  }
});

test("what the parser looks up is checked here, though users need not", (t) => {
  const folder = temporaryFolder(t);
  const wrong = "// @ts-nocheck It is large.\nexport const wrong: string = 1;\n";
  mkdirSync(join(folder, "api"));
  writeFileSync(join(folder, "api/contract.ts"), wrong);
  assert.match(compileStrictly(folder), /api\/contract\.ts.*not assignable/);
  assert.equal(readFileSync(join(folder, "api/contract.ts"), "utf8"), wrong);
});
