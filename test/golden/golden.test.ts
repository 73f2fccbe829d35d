import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";

// UPDATE=1 rewrites what is expected: read the difference.
const update = process.env.UPDATE === "1";
const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/** Files of a folder and below, by their path in it. */
function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

test("what is generated is what is committed, compiles in the strictest mode, and works", async (t) => {
  const folder = temporaryFolder(t);
  const names = readdirSync(fixtures);

  for (const name of names)
    await t.test(`${name}: every file is as committed`, () => {
      const fixture = join(fixtures, name);
      const generated = join(folder, name, "generated");
      cpSync(join(fixture, "consumer.ts"), join(folder, name, "consumer.ts"));
      const { status, stderr } = runCli(["generate", "openapi.yaml", "--output", generated], { cwd: fixture });
      assert.equal(status, 0, stderr);

      const [id, ...others] = readdirSync(generated).filter((entry) => !/^(?:runtime|\..*)$/.test(entry));
      assert.deepEqual(others, []);
      const expected = join(fixture, "expected");
      if (update) {
        rmSync(expected, { recursive: true, force: true });
        cpSync(join(generated, id ?? ""), expected, { recursive: true });
      }
      assert.deepEqual(filesIn(join(generated, id ?? "")), filesIn(expected));
    });

  for (const compiler of ["typescript-native", "typescript"] as const)
    await t.test(`all of it compiles with ${compiler}, together with the programs that use it`, () => {
      assert.equal(compileStrictly(folder, {}, compiler), "");
    });

  for (const name of names)
    await t.test(`${name}: the program prints what it should`, () => {
      const printed = runProgram(join(folder, "out", name, "consumer.js"));
      const file = join(fixtures, name, "consumer.txt");
      if (update) writeFileSync(file, printed);
      assert.equal(printed, readFileSync(file, "utf8"));
    });
});
