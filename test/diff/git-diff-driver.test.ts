import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { Document as YamlDocument } from "yaml";
import { runCli, spawnArguments, temporaryFolder, together } from "../support/cli.js";
import { type Document, replaced, shop } from "./shop.js";

const path = "spec/openapi.yaml";
const renamed = replaced(shop(), "order_limit", "orders_full");

describe("git, with openapi-errors as the driver of its diffs", together, () => {
  test("git log -p --ext-diff tells the changes of each commit, with the references of that commit", (t) => {
    const { folder, write, commit, git } = repository(t);
    write(shop());
    commit("first");
    write(renamed, "1.3.0");
    commit("renamed");
    writeFileSync(join(folder, path), "openapi: 3.1.0\npaths: [\n");
    commit("broken");
    write(renamed, "1.3.0");
    writeFileSync(join(folder, "spec/other.yaml"), readFileSync(join(folder, path)));
    commit("mended, and one more");
    git("rm", "--quiet", "spec/other.yaml");
    commit("one less");
    git("mv", path, "spec/shop.yaml");
    commit("moved");
    // Nothing of what is here now has a say in what was.
    writeFileSync(join(folder, "shared/schemas.yaml"), "nothing: here\n");

    const temporary = temporaryFolder(t);
    const { status, stdout, stderr } = git(
      ...["log", "-p", "--ext-diff", "-M", "--reverse", "--format=== %s", "--", "spec"],
      { TMPDIR: temporary },
    );
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    const commits = git("rev-list", "--reverse", "HEAD").stdout.split("\n");
    assert.ok(stdout.includes(`other.yaml nothing..${commits[3]?.slice(0, 10)}\n`), stdout);
    assert.ok(stdout.includes(`openapi.yaml ${commits[0]?.slice(0, 10)}..${commits[1]?.slice(0, 10)}\n`), stdout);
    const told = stdout.replace(/\b[0-9a-f]{10}\b/g, "<commit>");
    const [first, second, broken, mended, less, moved] = told.split(/^== /m).slice(1);
    assert.equal(
      first,
      "first\n\nopenapi-errors: spec/openapi.yaml nothing..<commit>\nnew, with 5 errors: order_limit, order_not_found, invalid_order, rate_limited, http_500\n",
    );
    assert.match(
      second!,
      /^renamed\n\nopenapi-errors: spec\/openapi\.yaml <commit>\.\.<commit>\n<commit>:shared\/schemas\.yaml:\d+:\d+: breaking: `order_limit` is `orders_full` now \(code-renamed\)\n.*\n1 breaking, 0 warnings, 0 notes\n$/s,
    );
    assert.match(
      broken!,
      /^broken\n\nopenapi-errors: .*\nnot compared: <commit>:spec\/openapi\.yaml:\d+:\d+: .*\n@@ -1,.*^-info:$.*^\+paths: \[$/ms,
    );
    assert.match(mended!, /^openapi-errors: spec\/other\.yaml nothing\.\.<commit>\nnew, with 5 errors: /m);
    assert.match(less!, /^openapi-errors: spec\/other\.yaml <commit>\.\.nothing\ngone, with 5 errors: /m);
    assert.match(
      moved!,
      /^openapi-errors: spec\/openapi\.yaml -> spec\/shop\.yaml <commit>\.\.<commit>\nno changes\n$/m,
    );
    const left = readdirSync(temporary).filter((name) => name.startsWith("openapi-errors"));
    assert.deepEqual(left, [], "nothing stays on the disk");
  });

  test("git diff: what is here, and what is only staged, with what they refer to here", (t) => {
    const { write, commit, git } = repository(t);
    write(shop());
    commit("first");
    commit("nothing more");
    write(renamed, "1.3.0");
    const here = git("diff", "--", path);
    assert.equal(here.status, 0, here.stderr);
    assert.match(here.stdout, /^openapi-errors: spec\/openapi\.yaml [0-9a-f]{10}\.\.here\nshared\/schemas\.yaml:\d+:/);
    assert.match(here.stdout, /`order_limit` is `orders_full` now/);
    git("add", ".");
    const staged = git("diff", "--cached", "--", path);
    assert.match(staged.stdout, /\.\.[0-9a-f]{10} \(in no commit: with the references that are here\)\n/);
    assert.match(staged.stdout, /`order_limit` is `orders_full` now/);
    const texts = git("diff", "--no-ext-diff", "--cached", "--", path);
    assert.match(texts.stdout, /^\+ {2}version: 1\.3\.0$/m);
    const [first] = git("rev-list", "--max-parents=0", "HEAD").stdout.split("\n");
    const root = git("show", "--ext-diff", "--format=", first!, "--", path);
    assert.match(
      root.stdout,
      new RegExp(`^openapi-errors: spec/openapi\\.yaml nothing\\.\\.${first!.slice(0, 10)}\\n`),
    );
  });

  test("git diff --relative, which says paths from the folder that it is called in", (t) => {
    const { write, commit, git } = repository(t);
    write(shop());
    commit("first");
    write(renamed, "1.3.0");
    const here = git("-C", "spec", "diff", "--relative");
    assert.match(here.stdout, /^openapi-errors: spec\/openapi\.yaml [0-9a-f]{10}\.\.here\nshared\/schemas\.yaml:\d+:/);
    commit("second");
    const between = git("-C", "spec", "diff", "--relative", "HEAD~1", "HEAD");
    assert.match(
      between.stdout,
      /^openapi-errors: spec\/openapi\.yaml [0-9a-f]{10}\.\.[0-9a-f]{10}\n[0-9a-f]{10}:shared/,
    );
    assert.match(between.stdout, /`order_limit` is `orders_full` now/);
  });

  test("between tags far apart, the references are those of the tags", (t) => {
    const { write, commit, git } = repository(t);
    write(shop());
    commit("first");
    // What the document refers to changes, and the document does not: only the tag knows.
    const other = (document: Document) => replaced(document, "quota", "conflict");
    write(other(shop()), undefined, false);
    commit("elsewhere");
    git("tag", "v1");
    write(other(renamed), "1.3.0");
    commit("second");
    commit("third");
    git("tag", "v2");
    const { stdout } = git("diff", "v1", "v2", "--", path);
    assert.match(stdout, /`order_limit` is `orders_full` now/);
    assert.match(stdout, /\n1 breaking, 0 warnings, 0 notes\n$/);
  });

  test("what is no document, a conflict and a colour", (t) => {
    const { folder, write, commit, git } = repository(t);
    write(shop());
    commit("first");
    writeFileSync(join(folder, "shared/schemas.yaml"), "a: 1\n");
    const other = git("diff", "--", "shared");
    assert.equal(other.status, 0);
    assert.match(other.stdout, /^openapi-errors: shared\/schemas\.yaml .*\nnot compared: .*\n@@ .*^\+a: 1$/ms);
    const coloured = git("-c", "color.diff=always", "diff", "--", "shared");
    assert.match(coloured.stdout, /^\u001b\[32m\+/m);
    commit("aside");
    git("checkout", "--quiet", "-b", "side", "HEAD~1");
    writeFileSync(join(folder, "shared/schemas.yaml"), "b: 1\n");
    commit("against");
    git("merge", "main");
    const conflict = git("diff", "--", "shared");
    assert.deepEqual([conflict.status, conflict.stderr], [0, ""]);
    writeFileSync(join(folder, "-o.yaml"), "c: 1\n");
    git("add", "--intent-to-add", "--", "-o.yaml");
    const dashed = git("diff", "--", "-o.yaml");
    assert.deepEqual([dashed.status, dashed.stderr], [0, ""]);
    assert.match(dashed.stdout, /^openapi-errors: -o\.yaml .*^\+c: 1$/ms);
  });

  test("typed by hand, it says what it is for", () => {
    const { status, stdout, stderr } = runCli(["git-diff-driver", "a", "b"]);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.match(stderr, /^git calls this: git config diff\.openapi-errors\.command /);
  });
});

/** A repository whose document refers to another folder, and git as a user has set it up. */
function repository(t: TestContext) {
  const folder = temporaryFolder(t);
  const git = (...args: (string | NodeJS.ProcessEnv)[]) => {
    const env = args.filter((arg) => typeof arg === "object");
    const words = args.filter((arg) => typeof arg === "string");
    const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...words], {
      encoding: "utf8",
      env: Object.assign({}, process.env, { GIT_CONFIG_GLOBAL: "/dev/null" }, ...env),
    });
    return { status, stdout, stderr };
  };
  const write = (document: Document, version = "1.2.3", withDocument = true) => {
    const { schemas, ...components } = document.components;
    const outside = JSON.stringify({ ...document, components }).replaceAll(
      "#/components/schemas/",
      "../shared/schemas.yaml#/",
    );
    mkdirSync(join(folder, "spec"), { recursive: true });
    mkdirSync(join(folder, "shared"), { recursive: true });
    const written = { ...JSON.parse(outside), info: { title: "Shop", version } };
    if (withDocument) writeFileSync(join(folder, path), new YamlDocument(written).toString());
    writeFileSync(join(folder, "shared/schemas.yaml"), new YamlDocument(schemas).toString());
  };
  const commit = (message: string) => {
    git("add", ".");
    git("commit", "--quiet", "--allow-empty", "--message", message);
  };
  git("init", "--quiet", "--initial-branch=main");
  const settings = { "user.name": "Test", "user.email": "test@example.com", "commit.gpgsign": "false" };
  for (const [name, value] of Object.entries(settings)) git("config", name, value);
  const driver = spawnArguments(["git-diff-driver"]).map((word) => `'${word}'`);
  git("config", "diff.openapi-errors.command", driver.join(" "));
  writeFileSync(join(folder, ".gitattributes"), "*.yaml diff=openapi-errors\n");
  return { folder, git, write, commit };
}
