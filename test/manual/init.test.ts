import assert from "node:assert/strict";
import { test } from "node:test";
import { filesIn, folderWith } from "../init/folder.js";
import { commandsIn, runCommand } from "./page.js";
import { blocksIn, fileOf } from "./pages.js";

/** What a way to set a folder up begins with, and a file that it brings. */
const monorepo = {
  "package.json": '{ "private": true, "workspaces": ["packages/*"] }',
  "packages/api/package.json": "{}",
};
const begun: Readonly<Record<string, readonly [files: Record<string, string>, file: string]>> = {
  "npx openapi-errors init": [{}, "openapi.yaml"],
  "npx openapi-errors init --from vendor/their.yaml": [
    { "vendor/their.yaml": fileOf("docs/adopting.md", "payments.yaml") },
    "redocly.yaml",
  ],
  "npx openapi-errors init packages/api": [monorepo, "packages/api/openapi.yaml"],
  "npx openapi-errors init --yes --python --ci github": [{}, ".github/workflows/openapi-errors.yml"],
};

const commands = blocksIn("docs/init.md")
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => commandsIn(text));
const [last] = commands.slice(-1);

test("docs/init.md shows these ways, and what comes after", () => {
  assert.deepEqual(commands, [...Object.keys(begun), "npx openapi-errors generate"]);
});

for (const [command, [files, file]] of Object.entries(begun))
  test(`after \`${command}\`, generate has all it needs`, (t) => {
    const folder = folderWith(t, files);
    const dry = runCommand(`${command} --dry-run`, folder);
    assert.deepEqual([dry.status, filesIn(folder)], [0, files], dry.output);
    for (const typed of [command, last!, `${last} --check`]) {
      const { status, output } = runCommand(typed, folder);
      assert.equal(status, 0, `${typed}\n${output}`);
    }
    assert.ok(Object.keys(filesIn(folder)).includes(file), file);
  });
