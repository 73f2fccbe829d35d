import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { blocksOf } from "../manual/blocks.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const action = parse(read("action.yml"));
const page = read("docs/ci.md");

test("action.yml hands over each input by its name, and the script reads these and no others", () => {
  const [step] = action.runs.steps;
  const names = Object.keys(action.inputs);
  const variables = names.map((name) => `INPUT_${name.toUpperCase().replaceAll("-", "_")}`);
  assert.deepEqual(step.env, Object.fromEntries(names.map((name, at) => [variables[at], `\${{ inputs.${name} }}`])));
  const script = readdirSync(join(root, "action")).map((name) => read(`action/${name}`));
  const used = new Set(script.join("").match(/\bINPUT_[A-Z_]+/g));
  assert.deepEqual([...used].sort(), [...variables].sort());
  for (const [name, output] of Object.entries<{ value: string }>(action.outputs))
    assert.equal(output.value, `\${{ steps.${step.id}.outputs.${name} }}`);
  // An input in the text of a script would be run by it.
  assert.doesNotMatch(step.run, /\$\{\{/);
});

test("the recipe uses this version, inputs that there are, and permissions that suffice", () => {
  const { version, repository } = JSON.parse(read("package.json"));
  const own = /github\.com\/(.*)\.git$/.exec(repository.url)![1];
  const recipes = blocksOf(page)
    .filter(({ language, text }) => language === "yaml" && text.includes(`uses: ${own}@`))
    .map(({ text }) => parse(text));
  assert.ok(recipes.length > 0);
  for (const recipe of recipes) {
    assert.deepEqual(recipe.permissions, { contents: "read", "pull-requests": "write" });
    const jobs = Object.values<{ steps: { uses?: string; with?: object }[] }>(recipe.jobs);
    const step = jobs.flatMap(({ steps }) => steps).find(({ uses }) => uses?.startsWith(`${own}@`));
    assert.equal(step?.uses, `${own}@v${version}`);
    for (const name of Object.keys(step?.with ?? {})) assert.ok(Object.hasOwn(action.inputs, name), name);
  }
});
