import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { shopFolder } from "../cli/shop.js";
import { runCli } from "../support/cli.js";
import { committed } from "../support/repository.js";

const args = ["generate", "openapi.yaml", "--emit", "codes,json,markdown"];
const generated = "generated/shop";

/** Two branches that gave one code two titles, merged: git stops, also within what was generated. `edit`: on one of them. */
function merging(t: TestContext, edit: (folder: string) => void = () => undefined): string {
  const folder = shopFolder(t);
  const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, stdio: "pipe" });
  const entitle = (title: string) => {
    const path = join(folder, "openapi.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^( +)title: .*$/m, `$1title: ${title}`));
    assert.equal(runCli(args, { cwd: folder }).status, 0);
  };
  entitle("One");
  committed(folder, "one");
  git("checkout", "-q", "-b", "theirs");
  entitle("Two");
  committed(folder, "two");
  git("checkout", "-q", "main");
  entitle("Three");
  edit(folder);
  committed(folder, "three");
  const { stdout } = spawnSync("git", ["merge", "theirs"], { cwd: folder, encoding: "utf8" });
  assert.match(stdout, /CONFLICT .*generated\/shop\/errors\.json/);
  git("checkout", "--ours", "openapi.yaml");
  return folder;
}

test("what a merge left in generated files is nobody's: the next run writes them anew, and keeps nothing", (t) => {
  const folder = merging(t);
  assert.match(readFileSync(join(folder, generated, "errors.json"), "utf8"), /^<<<<<<< /m);
  const check = runCli([...args, "--check"], { cwd: folder });
  assert.equal(check.status, 1);
  assert.doesNotMatch(check.stderr, /file-edited/);
  const { status, stderr } = runCli(args, { cwd: folder });
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stderr, /file-edited/);
  assert.deepEqual(
    readdirSync(join(folder, generated)).filter((name) => name.endsWith(".orig")),
    [],
  );
  assert.doesNotMatch(readFileSync(join(folder, generated, "errors.json"), "utf8"), /<<<<<<<|>>>>>>>/);
  assert.equal(runCli([...args, "--check"], { cwd: folder }).status, 0);
});

test("a generated file that somebody edited before the merge, or after it was told to be whole, is kept", (t) => {
  const edited = merging(t, (folder) => appendFileSync(join(folder, generated, "codes.ts"), "// mine\n"));
  assert.match(runCli(args, { cwd: edited }).stderr, /codes\.ts` is generated, and was edited since/);
  assert.match(readFileSync(join(edited, generated, "codes.ts.orig"), "utf8"), /\/\/ mine\n/);

  const added = merging(t);
  execFileSync("git", ["add", "--all"], { cwd: added });
  assert.match(runCli(args, { cwd: added }).stderr, /errors\.json` is generated, and was edited since/);
});
