import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { rootOf } from "../../generator/read/source.js";
import { validate } from "../../generator/read/validate.js";
import type { Block } from "./blocks.js";
import { blocksIn, isFollowed, pages, root, textOf } from "./pages.js";

/** The pages whose programs and commands a test of their own runs. */
const runBy: Readonly<Record<string, string>> = {
  "docs/api.md": "test/package/package.test.ts",
  "docs/ci.md": "test/manual/ci.test.ts",
  "docs/clients.md": "test/manual/recipes.test.ts",
  "docs/init.md": "test/manual/init.test.ts",
  "docs/looking-up.md": "test/manual/looking-up.test.ts",
  "docs/mocking.md": "test/mock/manual.test.ts",
  "docs/servers.md": "test/manual/recipes.test.ts",
  "docs/speed.md": "test/bench/bench.test.ts",
};

const shown = pages.flatMap((page) => blocksIn(page).map((block) => ({ page, block })));

test("every program and command of the manual is run by a test or a script", () => {
  const consumers = ["test/consumers", "test/consumers/matrix"]
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
    .filter((path) => path.endsWith(".mjs"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const isRun = (page: string, { language, title, row }: Block) => {
    if (row !== undefined) return consumers.includes(`"${row}"`);
    if (language === "text" || title !== undefined) return true;
    if (language === "yaml") return true; // below
    if (language === "sh" && isFollowed(page)) return true;
    return runBy[page] !== undefined || isRecipe(page, language);
  };
  const left = shown
    .filter(({ page, block }) => !isRun(page, block))
    .map(({ page, block }) => `${page}: ${block.text}`);
  // What it says is for those who work on it, and CI does it.
  assert.deepEqual([...new Set(left.map((one) => one.split(":", 1)[0]))], ["CONTRIBUTING.md"]);
  for (const [page, test] of Object.entries(runBy)) {
    const named = readFileSync(join(root, test), "utf8").includes(page.slice("docs/".length));
    assert.ok(pages.includes(page) && named, `${test} does not run ${page}`);
  }
});

test("what a page shows of an extension fits its schema", () => {
  const extensions = ["x-error-contract", "x-error", "x-error-codes", "x-openapi-errors"];
  let checked = 0;
  const check = (page: string, value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (extensions.includes(key) && member !== false) {
        const text = JSON.stringify(member, null, 2);
        const problems = validate(key, rootOf({ file: page, path: page, text, value: member }));
        assert.deepEqual(problems, [], `${page}: ${key}`);
        checked++;
      } else check(page, member);
    }
  };
  for (const { page, block } of shown) if (block.language === "yaml") check(page, parse(block.text));
  assert.ok(checked > 8, "the pages show extensions");
});

test("every script and every test that a page names is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const page of [...pages, "ARCHITECTURE.md", "AGENTS.md", "SECURITY.md"]) {
    const text = textOf(page);
    // `init` puts `generate:errors` into the package.json of others.
    for (const [, script = ""] of text.matchAll(/\bnpm run ([\w:-]+)/g))
      assert.ok(script in scripts || page.startsWith("docs/"), `${page}: npm run ${script}`);
    for (const [path] of text.matchAll(/\btest\/[\w/-]+\.(?:test\.ts|mjs)\b/g))
      assert.ok(existsSync(join(root, path)), `${page}: ${path}`);
  }
});

/** The recipe of NestJS stands on a page that is not all recipes: recipes.test.ts holds it to what is run. */
function isRecipe(page: string, language: string): boolean {
  return page === "docs/frameworks.md" && language === "ts";
}
