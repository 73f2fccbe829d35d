import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { startCli, together } from "../support/cli.js";
import { type Files, filesIn, folderWith } from "./folder.js";

const remote = '[remote "origin"]\n\turl = git@gitlab.com:acme/shop.git\n';

describe("init has a check run in CI", together, () => {
  const found: readonly (readonly [files: Files, path: string])[] = [
    [{}, ".github/workflows/openapi-errors.yml"],
    [{ ".git/config": remote }, ".gitlab-ci.yml"],
    [{ ".pre-commit-config.yaml": "repos: []\n" }, ".pre-commit-config.yaml"],
    [{ ".github/CODEOWNERS": "", ".pre-commit-config.yaml": "repos: []\n" }, ".github/workflows/openapi-errors.yml"],
  ];
  for (const [files, path] of found)
    test(`where the repository has its own: ${Object.keys(files).join(", ") || "nothing"} gives ${path}`, async (t) => {
      const folder = folderWith(t, files);
      assert.equal((await startCli(["init"], { cwd: folder })).status, 0);
      assert.match(filesIn(folder)[path] ?? "", /generate --check/);
    });

  const managers: readonly (readonly [files: Files, commands: readonly string[]])[] = [
    [{ "package-lock.json": "{}" }, ["npm ci", "npx openapi-errors generate --check"]],
    [
      { "pnpm-lock.yaml": "" },
      ["corepack enable", "pnpm install --frozen-lockfile", "pnpm exec openapi-errors generate --check"],
    ],
    [{ "yarn.lock": "" }, ["corepack enable", "yarn install", "yarn run openapi-errors generate --check"]],
    [{ "bun.lock": "" }, ["bun install --frozen-lockfile", "bunx openapi-errors generate --check"]],
    [{}, ["npm install", "npx openapi-errors generate --check"]],
  ];
  for (const [files, commands] of managers)
    test(`with the project's package manager, in its folder: ${Object.keys(files).join("") || "no lock file"}`, async (t) => {
      const own = Object.entries({ "package.json": "{}", ...files }).map(([path, text]) => [`my api/${path}`, text]);
      const folder = folderWith(t, { ...Object.fromEntries(own), ".git/HEAD": "" });
      assert.equal((await startCli(["init", "my api"], { cwd: folder })).status, 0);
      const { defaults, steps } = parse(filesIn(folder)[".github/workflows/openapi-errors.yml"] ?? "").jobs.errors;
      assert.deepEqual(defaults.run, { "working-directory": "my api" });
      assert.deepEqual(
        steps.flatMap(({ run }: { readonly run?: string }) => run ?? []),
        commands,
      );
    });

  const heads: readonly (readonly [files: Files, branch: string])[] = [
    [{}, "main"],
    [{ ".git/HEAD": "ref: refs/heads/master\n" }, "master"],
    [{ ".git/HEAD": "ref: refs/heads/add-errors\n" }, "main"],
    [
      {
        ".git/HEAD": "ref: refs/heads/add-errors\n",
        ".git/refs/remotes/origin/HEAD": "ref: refs/remotes/origin/release/1,2\n",
      },
      "release/1,2",
    ],
  ];
  for (const [files, branch] of heads)
    test(`in pull requests, and on the branch that they go to: ${Object.values(files).join("")}${branch}`, async (t) => {
      const folder = folderWith(t, files);
      assert.equal((await startCli(["init", "--ci", "github"], { cwd: folder })).status, 0);
      const workflow = parse(filesIn(folder)[".github/workflows/openapi-errors.yml"] ?? "");
      assert.deepEqual(workflow.on.push.branches, [branch]);
    });

  test("a file of others gets one entry more, and keeps its comments", async (t) => {
    const gitlab = "# c\ninclude:\n  - local: /a.yml\n\nbuild: # mine\n  script: [make]\n";
    const hooks = "repos:\n- repo: https://example.com/hooks # theirs\n  rev: v1\n  hooks:\n  - id: a\n";
    const folder = folderWith(t, { ".gitlab-ci.yml": gitlab, ".pre-commit-config.yaml": hooks });
    await startCli(["init", "--ci", "gitlab"], { cwd: folder });
    await startCli(["init", "--ci", "pre-commit"], { cwd: folder });
    const before = filesIn(folder);
    assert.ok(before[".gitlab-ci.yml"]?.startsWith(`${gitlab}\nopenapi-errors:\n  image: node:22\n  script:\n`));
    assert.ok(before[".pre-commit-config.yaml"]?.startsWith(`${hooks}- repo: local\n  hooks:\n`));
    assert.equal(parse(before[".pre-commit-config.yaml"] ?? "").repos[1].hooks[0].id, "openapi-errors");
    for (const ci of ["gitlab", "pre-commit"])
      assert.match((await startCli(["init", "--ci", ci], { cwd: folder })).stdout, /^nothing to write/);
    assert.deepEqual(filesIn(folder), before);
  });

  const unsafe: readonly (readonly [ci: string, path: string, text: string])[] = [
    ["gitlab", ".gitlab-ci.yml", "stages: [build]\nbuild: { stage: build, script: [make] }\n"],
    ["gitlab", ".gitlab-ci.yml", "build: [\n"],
    ["pre-commit", ".pre-commit-config.yaml", "hooks: none\n"],
  ];
  for (const [ci, path, text] of unsafe)
    test(`what could break a pipeline is left to a person: ${JSON.stringify(text)}`, async (t) => {
      const folder = folderWith(t, { [path]: text });
      const run = await startCli(["init", "--ci", ci], { cwd: folder });
      assert.equal(run.status, 0);
      assert.equal(filesIn(folder)[path], text);
      assert.match(run.stdout, /To be put into \S+, as one more entry, where it fits:\n {2}[\s\S]+generate --check/);
    });
});
