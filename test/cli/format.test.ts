import assert from "node:assert/strict";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { shopFolder } from "./shop.js";

const generate = ["generate", "openapi.yaml", "--emit", "json,csv", "--format"];

describe("output is for people, for programs or for GitHub", together, () => {
  test("--format github names files as a checkout has them, in a step that runs in a folder of it too", async (t) => {
    const folder = shopFolder(t);
    const steps = [
      [folder, "openapi.yaml"],
      [dirname(folder), join(realpathSync(folder), "openapi.yaml")],
      [join(folder, "elsewhere"), "openapi.yaml"],
    ] as const;
    misspell(folder);
    for (const [root, file] of steps) {
      const env = { GITHUB_WORKSPACE: root };
      const { stdout } = await startCli(["lint", "openapi.yaml", "--format", "github"], { cwd: folder, env });
      assert.ok(stdout.startsWith(`::error file=${file},line=5,`), stdout);
    }
  });

  test("--format json is one JSON value with the problems and the changes, and all of standard output", async (t) => {
    const folder = shopFolder(t);
    const good = await startCli([...generate, "json"], { cwd: folder });
    assert.deepEqual({ status: good.status, stderr: good.stderr }, { status: 0, stderr: "" });
    assert.deepEqual(JSON.parse(good.stdout), {
      problems: [],
      changes: [
        { path: "generated/shop/errors.json", kind: "added" },
        { path: "generated/shop/catalog.csv", kind: "added" },
      ],
    });

    misspell(folder);
    const bad = await startCli([...generate, "json"], { cwd: folder });
    assert.deepEqual({ status: bad.status, stderr: bad.stderr }, { status: 1, stderr: "" });
    const { problems, changes } = JSON.parse(bad.stdout) as { problems: Record<string, unknown>[]; changes: unknown[] };
    assert.deepEqual(changes, []);
    assert.deepEqual(problems, [
      {
        code: "contract-invalid",
        level: "error",
        message: "`x-error-contract` has no member `closet`",
        fix: "write `closest`",
        position: { file: "openapi.yaml", line: 5, column: 3, text: '  closet: "50%: a,b"' },
      },
    ]);
    const lint = await startCli(["lint", "openapi.yaml", "--format", "json"], { cwd: folder });
    assert.deepEqual(JSON.parse(lint.stdout), { problems });
  });

  test("--format github prints an annotation for each problem, its line breaks and separators escaped", async (t) => {
    const folder = shopFolder(t);
    const good = await startCli([...generate, "github"], { cwd: folder });
    assert.deepEqual({ status: good.status, stdout: good.stdout }, { status: 0, stdout: "" });

    misspell(folder);
    for (const args of [generate, ["lint", "openapi.yaml", "--format"]]) {
      const bad = await startCli([...args, "github"], { cwd: folder });
      assert.equal(bad.status, 1);
      assert.equal(
        bad.stdout,
        "::error file=openapi.yaml,line=5,col=3,title=openapi-errors%3A contract-invalid::`x-error-contract` has no member `closet`%0Afix: write `closest`\n",
      );
    }
  });

  test("equal findings are told once, with all their places: as data each of them", async (t) => {
    const folder = temporaryFolder(t);
    const paths = ["/a", "/b", "/c", "/d", "/e", "/f", "/g"].map(
      (path) => `  ${path}: { get: { responses: { 40X: { description: No } } } }\n`,
    );
    const head = "openapi: 3.1.0\ninfo: { title: Seven, version: '1' }\nx-error-contract: { id: seven }\npaths:\n";
    writeFileSync(join(folder, "openapi.yaml"), head + paths.join(""));
    const lint = (format: string) => startCli(["lint", "openapi.yaml", "--format", format], { cwd: folder });
    const [text, json, github] = await Promise.all(["text", "json", "github"].map(lint));
    const places =
      "and 6 more places: openapi.yaml:6:29, openapi.yaml:7:29, openapi.yaml:8:29, openapi.yaml:9:29, openapi.yaml:10:29, ...";
    assert.equal(
      text!.stdout,
      `openapi.yaml:5:29: error: \`40X\` is no status: its answer counts for none (key-misspelt)
  5 |   /a: { get: { responses: { 40X: { description: No } } } }
    |                             ^
  fix: write \`4XX\`
  ${places}

`,
    );
    assert.equal(text!.stderr, "1 document, 7 problems\n");
    assert.equal(JSON.parse(json!.stdout).problems.length, 7);
    assert.match(github!.stdout, /^::error file=openapi\.yaml,line=5,col=29,[^\n]*\n$/);
    assert.ok(github!.stdout.endsWith(`%0Afix: write \`4XX\`%0A${places}\n`), github!.stdout);
  });

  test("problems are plain text where no terminal shows them, whatever the environment says of colours", async (t) => {
    const folder = shopFolder(t);
    misspell(folder);
    for (const env of [{}, { NO_COLOR: "1" }, { TERM: "xterm-256color", COLORTERM: "truecolor" }]) {
      const { stdout, stderr } = await startCli(["lint", "openapi.yaml"], { cwd: folder, env });
      assert.match(stdout, /^openapi\.yaml:5:3: error: /);
      assert.ok(!`${stdout}${stderr}`.includes("\u001b"));
    }
  });

  test("text of a document can't move the terminal, nor stand for an annotation of its own", async (t) => {
    const folder = shopFolder(t);
    const path = join(folder, "openapi.yaml");
    // Clears the screen, turns the line around, and begins a new one.
    const hostile = '"\\e[2J\\u202e\\n::error::gone"';
    const reference = `        "400": { $ref: ${hostile} }\n`;
    writeFileSync(path, readFileSync(path, "utf8").replace('        "404":', `${reference}        "404":`));
    const text = (await startCli(["lint", "openapi.yaml"], { cwd: folder })).stdout;
    assert.ok(text.includes("`\\u001b[2J\\u202e\\u000a::error::gone` can't be read"), text);
    assert.doesNotMatch(text, /[\u001b\u202e]|^::error/m);
    const github = (await startCli(["lint", "openapi.yaml", "--format", "github"], { cwd: folder })).stdout;
    for (const line of github.trimEnd().split("\n")) assert.match(line, /^::error file=openapi\.yaml,/);
    assert.doesNotMatch(github, /[\u001b\u202e]/);
  });
});

/** A member that there is none of, with a value that has to be escaped where it is shown. */
function misspell(folder: string): void {
  const path = join(folder, "openapi.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace("  id: shop\n", '  id: shop\n  closet: "50%: a,b"\n'));
}
