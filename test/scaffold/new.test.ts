import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { planFor } from "../../build/new/kinds.js";
import { apply, mark } from "../../build/new/plan.js";
import { filesIn } from "../architecture/source-files.js";
import { temporaryFolder } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
// Inside a test, a runner of tests takes itself for a part of it; and the copy has nothing that is built.
const { NODE_TEST_CONTEXT: _, OPENAPI_ERRORS_CLI: __, UPDATE: ___, ...env } = process.env;

const asked = ["problem", "order-unclear", "emitter", "listing", "command", "count-errors"];
const newTests = ["test/golden/listing.test.ts", "test/cli/count-errors.test.ts"];
/** What the suite asks of whatever is added. */
const checks = [
  "test/architecture/imports.test.ts",
  "test/architecture/schemas.test.ts",
  "test/architecture/sources.test.ts",
  "test/problems/tidy.test.ts",
];

/** All that the project's own checks read, with the packages that are installed. */
function copyOfProject(t: TestContext): string {
  const folder = temporaryFolder(t);
  const installed = ["node_modules", "test/bench/node_modules", "test/bench/nodes", "test/consumers"];
  const without = [...installed, ".git", "dist", "generated/docs", "test/bench/results", "test/cache/out"];
  cpSync(project, folder, { recursive: true, filter: (path) => !without.includes(relative(project, path)) });
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  return folder;
}

function node(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const runNew = (folder: string, ...args: readonly string[]) =>
  node(folder, "--import", "tsx", "build/new/new.ts", ...args);

test("npm run new writes a problem, an emitter and a command that the suite has nothing against", (t) => {
  const folder = copyOfProject(t);
  const { status, stdout, stderr } = runNew(folder, ...asked);
  assert.equal(status, 0, stdout + stderr);

  // It names every place where a person has to say something.
  const places = [...stdout.matchAll(/^ {2}(\S+):(\d+)$/gm)];
  assert.ok(places.length > 10);
  for (const [, path = "", line] of places)
    assert.ok(readFileSync(join(folder, path), "utf8").split("\n")[Number(line) - 1]?.includes(mark), path);

  const tested = node(folder, "--import", "tsx", "--test", ...checks, ...newTests);
  assert.equal(tested.status, 0, tested.stdout);

  const fixture = join(folder, "test/problems/fixtures/order-unclear");
  const cli = join(folder, "generator/cli.ts");
  const linted = node(fixture, "--import", import.meta.resolve("tsx"), cli, "lint", "openapi.yaml");
  assert.deepEqual([linted.status, linted.stdout], [1, readFileSync(join(fixture, "expected.txt"), "utf8")]);

  for (const [page, text] of [
    ["docs/problems/README.md", "[`order-unclear`](order-unclear.md)"],
    ["docs/problems/order-unclear.md", "x-todo-order-unclear"],
    ["docs/reference/command-line.md", "Usage: openapi-errors count-errors"],
    ["docs/reference/config.md", "`listing`"],
    ["docs/output.md", "`listing.md`"],
  ] as const)
    assert.ok(readFileSync(join(folder, page), "utf8").includes(text), page);

  writeFileSync(
    join(folder, "tsconfig.new.json"),
    JSON.stringify({
      extends: "./tsconfig.json",
      include: ["generator/cli.ts", "generator/command-line.ts", ...newTests],
    }),
  );
  const compiled = node(folder, "node_modules/typescript-native/bin/tsc", "-p", "tsconfig.new.json");
  assert.equal(compiled.status, 0, compiled.stdout);
  const formatted = node(
    folder,
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "generator",
    "test/cli",
    "test/golden",
  );
  assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
});

const refused: readonly (readonly [args: string[], message: RegExp])[] = [
  [[], /usage: npm run new -- problem\|emitter\|command NAME/],
  [["stage", "guess"], /usage:/],
  [["problem"], /usage:/],
  [["problem", "Order_Unclear"], /no name: write lower-case words/],
  [["problem", "unclear"], /is one word/],
  [["problem", "code-duplicate"], /`code-duplicate` is taken/],
  [["emitter", "markdown"], /`markdown` is taken/],
  [["emitter", "template"], /generator\/render\/template\.ts is there/],
  [["command", "help"], /`help` is taken/],
  [["command", "flags"], /generator\/commands\/flags\.ts is there/],
  [["command", "count-errors", "problem", "code-duplicate"], /`code-duplicate` is taken/],
];

test("a name that can't be one is refused, and nothing is written", () => {
  const before = filesIn("generator").map(({ path, text }) => path + text);
  for (const [args, message] of refused) assert.throws(() => apply(planFor(args), project), message, args.join(" "));
  const { status, stdout, stderr } = runNew(project, "emitter", "template");
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, /^new: the name is taken: generator\/render\/template\.ts is there; choose another one\n$/);
  assert.deepEqual(
    filesIn("generator").map(({ path, text }) => path + text),
    before,
  );
});
