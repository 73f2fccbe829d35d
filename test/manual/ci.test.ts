import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { folderWith } from "../init/folder.js";
import { runCommand } from "./page.js";
import { blocksIn, fileOf } from "./pages.js";

/** Every command of ours that a CI would run by what is in its file. */
function commandsBelow(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("npx openapi-errors") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(commandsBelow) : [];
}

test("what docs/ci.md has CI run passes, until the document is another", (t) => {
  const document = fileOf("docs/quick-start.md", "openapi.yaml");
  const folder = folderWith(t, { "openapi.yaml": document });
  for (const command of ["npx openapi-errors init --ci none", "npx openapi-errors generate"]) {
    const { status, output } = runCommand(command, folder);
    assert.equal(status, 0, output);
  }
  const all = blocksIn("docs/ci.md")
    .filter(({ language }) => language === "yaml")
    .flatMap(({ text }) => commandsBelow(parse(text)));
  const commands = all.filter((command) => command.startsWith("npx openapi-errors generate --check"));
  assert.equal(commands.length, 3);
  // The others compare with what a pull request goes to: the tests of diff and of the action do that in repositories.
  for (const command of all) assert.match(command, /^npx openapi-errors (?:generate --check|lint --against|diff)\b/);
  const ended = () => commands.map((command) => runCommand(command, folder));
  assert.deepEqual(
    ended().map(({ status }) => status),
    [0, 0, 0],
  );
  writeFileSync(join(folder, "openapi.yaml"), document.replace("Slow down.", "Not so fast."));
  const [github, ...others] = ended();
  assert.deepEqual([github?.status, ...others.map(({ status }) => status)], [1, 1, 1]);
  assert.match(github?.output ?? "", /^::error file=\S+,title=openapi-errors::out of date/m);
});
