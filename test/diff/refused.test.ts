import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCli } from "../support/cli.js";
import { repository } from "./repository.js";

const document = "spec/openapi.yaml";

test("what diff says to type is what was meant: documents of two revisions, and of one", (t) => {
  const cwd = repository(t);
  const told = (...args: string[]) => {
    const { status, stdout, stderr } = runCli(["diff", ...args], { cwd });
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    return stderr;
  };
  assert.match(told("v1"), /fix: name a document, like `v1:openapi\.yaml`,/);
  assert.match(told(`HEAD~9:${document}`, document), /fix: name one that `git log --all` shows/);
  writeFileSync(join(cwd, "redocly.yaml"), `apis: { shop: { root: ${document} } }\n`);
  for (const typed of [["v1", "HEAD"], ["v1..HEAD"], ["v1...HEAD"]])
    assert.match(told(...typed), /fix: write `openapi-errors diff v1:shop HEAD:shop`/);
  assert.equal(runCli(["diff", "v1:shop", "HEAD:shop"], { cwd }).status, 0);
  assert.match(
    told("shop"),
    /`shop` can't be read: it is one document, .+\n {2}fix: run `openapi-errors diff \S+:shop shop`/,
  );
});

test("a path that is counted from the root of the repository, as git does, is told as it is counted here", (t) => {
  const folder = repository(t);
  const cwd = join(folder, "below");
  mkdirSync(cwd);
  const { status, stderr } = runCli(["diff", `HEAD:${document}`, `../${document}`], { cwd });
  assert.equal(status, 2);
  const [, named = ""] = /fix: name `(.+)`/.exec(stderr) ?? [];
  assert.equal(named, `HEAD:../${document}`);
  assert.notEqual(runCli(["diff", named, `../${document}`], { cwd }).status, 2);
});

test("a git that is not there or does not trust the folder is no missing repository", (t) => {
  const cwd = repository(t);
  for (const args of [
    ["diff", `HEAD:${document}`, document],
    ["diff"],
    ["changelog", document],
    ["lint", document, "--against", "HEAD"],
  ]) {
    const told = (env: NodeJS.ProcessEnv) => {
      const { stdout, stderr } = runCli(args, { cwd, env });
      return stdout + stderr;
    };
    assert.match(told({ PATH: "/nonexistent" }), /there is no `git` to run/, args.join(" "));
    // As where the folder is a volume of a container.
    assert.match(
      told({ GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" }),
      /fix: run `git config --global --add safe\.directory \S+`/,
      args.join(" "),
    );
  }
});

test("changelog says so where no tag is called as its pattern says, though there are tags", (t) => {
  const cwd = repository(t);
  const { status, stdout, stderr } = runCli(["changelog", document, "--tags", "release-*"], { cwd });
  assert.equal(status, 0);
  assert.match(stdout, /the first one here/);
  assert.match(stderr, /note: `tags release-\*` can't be read: no tag .+\n {2}fix: .+ `git tag` shows/);
  assert.equal(runCli(["changelog", document, "--tags", "v*"], { cwd }).stderr, "");
});
