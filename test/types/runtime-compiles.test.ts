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

test("what says that no compiler need check it is checked here", (t) => {
  const folder = temporaryFolder(t);
  const wrong = "// @ts-nocheck It is large.\nexport const wrong: string = 1;\n";
  mkdirSync(join(folder, "api"));
  for (const name of ["contract.ts", "codes.ts", "server.ts"]) writeFileSync(join(folder, "api", name), wrong);
  const said = compileStrictly(folder);
  for (const name of ["contract.ts", "codes.ts", "server.ts"]) {
    assert.match(said, new RegExp(`api/${name}.*not assignable`));
    assert.equal(readFileSync(join(folder, "api", name), "utf8"), wrong);
  }
});
