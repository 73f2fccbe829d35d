import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { renderRuntime } from "../../generator/render/runtime.js";
import { temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { apiIds } from "../vectors/generated-apis.js";

const generated = new URL("../../generated/", import.meta.url);
const unchecked = /^\/\/ @ts-nocheck .*\n/m;

test("what no other compiler checks, the runtime and what it looks up, has nothing for the strictest one to say", (t) => {
  const contracts = apiIds.map((id) => `${id}/contract.ts`);
  const looked = contracts.map((path) => ({ path, text: readFileSync(new URL(path, generated), "utf8") }));
  for (const compiler of ["typescript-native", "typescript"] as const) {
    const folder = temporaryFolder(t);
    for (const { path, text } of [...renderRuntime(), ...looked]) {
      assert.match(text, unchecked);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text.replace(unchecked, ""));
    }
    assert.equal(compileStrictly(folder, {}, compiler), "");
    writeFileSync(join(folder, "runtime/wrong.ts"), "export const wrong: string = 1;\n");
    assert.match(compileStrictly(folder, {}, compiler), /wrong\.ts/);
  }
});
