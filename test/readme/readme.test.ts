import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "../support/cli.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!.trimEnd());

test("the recipes of the README are those that the tests run", () => {
  const folder = join(root, "test/recipes");
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const recipes = sources.flatMap((source) => [...source.matchAll(/^ *\/\/ recipe: ([^\n]+)\n(.*?)^ *\/\/ end\n/gms)]);
  assert.equal(recipes.length, 11);
  for (const [, name, code] of recipes) {
    assert.ok(blocks.includes(dedent(code!)), `the README shows another recipe for ${name}`);
    assert.ok(readme.includes(`${name}:\n`), `the README does not name ${name}`);
  }
});

test("the report of a scan is the one that a scan prints", () => {
  const folder = fileURLToPath(new URL("./", import.meta.url));
  const { stdout } = runCli(["scan", "payments.yaml"], { cwd: folder });
  assert.ok(readme.includes(`\n\`\`\`text\n${stdout}\`\`\`\n`), stdout);
});

test("the first example of the README compiles against what generate writes", (t) => {
  const folder = mkdtempSync(join(root, "test/readme/.compile-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const example = blocks[0]!.replace("./generated/", "../../../generated/");
  const declared = "declare const headers: Record<string, string>;\ndeclare const body: string;\n";
  writeFileSync(join(folder, "example.ts"), `${declared}${example}\nexport {};\n`);
  const options = {
    extends: "../../../tsconfig.json",
    include: ["*.ts"],
    exclude: [],
    compilerOptions: { noUnusedLocals: false },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
  const tsc = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
    encoding: "utf8",
  });
  assert.equal(tsc.stdout, "");
  assert.equal(tsc.status, 0);
});

function dedent(code: string): string {
  const indent = /^ */.exec(code)?.[0].length ?? 0;
  return code
    .split("\n")
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}
