import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const manual = ["clients.md", "servers.md", "frameworks.md"]
  .map((name) => readFileSync(join(root, "docs", name), "utf8"))
  .join("\n");
const blocks = [...manual.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!.trimEnd());

test("the recipes of the manual are those that the tests run", () => {
  const folder = join(root, "test/recipes");
  const matrix = ["clients.ts", "koa.ts", "nest.ts"].map((name) => join(root, "test/consumers/matrix", name));
  const files = [...readdirSync(folder).map((name) => join(folder, name)), ...matrix];
  const sources = files.map((file) => readFileSync(file, "utf8"));
  const recipes = sources.flatMap((source) => [...source.matchAll(/^ *\/\/ recipe: ([^\n]+)\n(.*?)^ *\/\/ end\n/gms)]);
  assert.equal(recipes.length, 17);
  for (const [, name, code] of recipes) {
    assert.ok(blocks.includes(dedent(code!)), `the manual shows another recipe for ${name}`);
    assert.ok(manual.includes(`${name}:\n`), `the manual does not name ${name}`);
  }
});

function dedent(code: string): string {
  const indent = /^ */.exec(code)?.[0].length ?? 0;
  return code
    .split("\n")
    .map((line) => line.slice(indent))
    .join("\n")
    .trimEnd();
}
