import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Document as YamlDocument } from "yaml";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { git, repository } from "./repository.js";
import { shop } from "./shop.js";

describe("diff, as it is typed", together, () => {
  test("between two revisions and the file that is there: what changed, who is hurt, and an answer that shows it", async (t) => {
    const folder = repository(t);
    const { status, stdout, stderr } = await startCli(["diff", "HEAD:spec/openapi.yaml", "spec/openapi.yaml"], {
      cwd: folder,
    });
    assert.deepEqual({ status, stderr }, { status: 1, stderr: "" });
    assert.match(
      stdout,
      /^shared\/schemas\.yaml:\d+:\d+: breaking: `order_limit` is `orders_full` now \(code-renamed\)\n {2}hurts: clients that match a code, dashboards\n {2}an answer that the new contract allows: 402 \{"error":\{"code":"orders_full".*\}\n {4}listed: false before, true after\n/,
    );
    assert.match(stdout, /\n1 breaking, 0 warnings, 0 notes\n$/);
    const same = await startCli(["diff", "HEAD:spec/openapi.yaml", "HEAD:spec/openapi.yaml"], { cwd: folder });
    assert.deepEqual(same, { status: 0, stdout: "no changes\n", stderr: "" });
    const back = await startCli(["diff", "spec/openapi.yaml", "HEAD:spec/openapi.yaml", "--format", "github"], {
      cwd: folder,
    });
    assert.match(
      back.stdout,
      /^::error file=HEAD%3Ashared\/schemas\.yaml,line=\d+,col=\d+,title=openapi-errors%3A code-renamed::`orders_full` is `order_limit` now\n$/,
    );
  });

  test("references of a revision are those of that revision, and nothing of it stays on the disk", async (t) => {
    const folder = repository(t);
    writeFileSync(join(folder, "shared/schemas.yaml"), "nothing: here\n");
    // Only an archive of it would leave these out.
    writeFileSync(join(folder, ".git/info/attributes"), "shared export-ignore\n*.yaml filter=none\n");
    const temporary = temporaryFolder(t);
    const { status, stdout } = await startCli(["diff", "HEAD:spec/openapi.yaml", "HEAD:spec/openapi.yaml"], {
      cwd: folder,
      env: { TMPDIR: temporary },
    });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "no changes\n" });
    assert.deepEqual(
      readdirSync(temporary).filter((name) => name.startsWith("openapi-errors")),
      [],
    );
  });

  test("an errors.json, and the version that the changes ask for", async (t) => {
    const folder = repository(t);
    const generate = ["generate", "spec/openapi.yaml", "--emit", "json"];
    assert.equal((await startCli(generate, { cwd: folder })).status, 0);
    const files = ["generated/shop/errors.json", "spec/openapi.yaml"];
    assert.equal((await startCli(["diff", ...files], { cwd: folder })).stdout, "no changes\n");
    const next = await startCli(["diff", "HEAD:spec/openapi.yaml", files[0]!, "--format", "next-version"], {
      cwd: folder,
    });
    assert.deepEqual(next, { status: 1, stdout: "2.0.0\n", stderr: "" });
  });

  test("as JSON each change has its rule, its places in both and its witness; --fail-on says what fails", async (t) => {
    const folder = repository(t);
    const args = ["diff", "HEAD:spec/openapi.yaml", "spec/openapi.yaml", "--format", "json", "--fail-on", "none"];
    const { status, stdout } = await startCli(args, { cwd: folder });
    assert.equal(status, 0);
    const [change] = JSON.parse(stdout).changes;
    assert.deepEqual(
      [change.rule, change.level, change.facet, change.api, change.code, change.to],
      ["code-renamed", "breaking", "code", "shop", "order_limit", "orders_full"],
    );
    assert.deepEqual([change.before.file, change.after.file], ["HEAD:shared/schemas.yaml", "shared/schemas.yaml"]);
    assert.deepEqual([change.witness.old.listed, change.witness.new.listed], [false, true]);
    assert.match(change.fingerprint, /^[0-9a-f]{12}$/);
    const markdown = await startCli([...args.slice(0, 3), "--format", "markdown"], { cwd: folder });
    assert.match(
      markdown.stdout,
      /^<!-- openapi-errors diff -->\n### Errors: 1 breaking, 0 warnings, 0 notes\n\n\| \| change \|/,
    );
  });

  test("as SARIF, for code scanning: a place in the working tree, a fingerprint, and what was accepted as suppressed", async (t) => {
    const folder = repository(t);
    const args = ["diff", "HEAD:spec/openapi.yaml", "spec/openapi.yaml", "--format", "sarif"];
    const log = JSON.parse((await startCli(args, { cwd: folder })).stdout);
    const [{ tool, results }] = log.runs;
    assert.equal(log.version, "2.1.0");
    assert.deepEqual(
      tool.driver.rules.map(({ id }: { id: string }) => id),
      ["code-renamed"],
    );
    const [result] = results;
    assert.deepEqual([result.ruleId, result.ruleIndex, result.level, results.length], ["code-renamed", 0, "error", 1]);
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.deepEqual([artifactLocation.uri, typeof region.startLine], ["shared/schemas.yaml", "number"]);
    assert.match(result.partialFingerprints["openapiErrors/v1"], /^[0-9a-f]{12}$/);
    const step = { cwd: join(folder, "spec"), env: { GITHUB_WORKSPACE: folder } };
    const below = await startCli(["diff", "HEAD:./openapi.yaml", "openapi.yaml", "--format", "sarif"], step);
    const place = JSON.parse(below.stdout).runs[0].results[0].locations[0].physicalLocation;
    assert.equal(place.artifactLocation.uri, "shared/schemas.yaml");
    assert.match(
      result.relatedLocations[0].logicalLocations[0].fullyQualifiedName,
      /^HEAD:shared\/schemas\.yaml:\d+:\d+$/,
    );
    writeFileSync(
      join(folder, "openapi-errors.exceptions.yaml"),
      "exceptions:\n  - { rule: code-renamed, api: shop, code: order_limit, reason: Unused., until: 2999-01-01 }\n",
    );
    const accepted = JSON.parse((await startCli(args, { cwd: folder })).stdout);
    assert.deepEqual(accepted.runs[0].results[0].suppressions, [
      { kind: "external", status: "accepted", justification: "Unused." },
    ]);
  });

  test("what can't be read is never called unchanged: exit 2, and what to do", async (t) => {
    const folder = repository(t);
    for (const [old, now, says] of [
      [
        "nowhere:spec/openapi.yaml",
        "spec/openapi.yaml",
        /`nowhere:spec\/openapi\.yaml` can't be read: there is no such revision.*\n {2}fix: run `git fetch origin nowhere`/,
      ],
      ["HEAD:spec/missing.yaml", "spec/openapi.yaml", /^HEAD:spec\/missing\.yaml:1:1: error: /],
      ["spec/openapi.yaml", "missing.yaml", /missing\.yaml/],
      ["HEAD:spec/openapi.yml", "spec/openapi.yaml", /fix: name `HEAD:spec\/openapi\.yaml`, which is there/],
      [
        "HEAD",
        "spec/openapi.yaml",
        /`HEAD` can't be read: it is a revision.*\n {2}fix: write `HEAD:spec\/openapi\.yaml`/,
      ],
      ["spec/openapi.yaml", "HEAD", /\n {2}fix: write `HEAD:spec\/openapi\.yaml`/],
      ["HEAD:spec/broken.yaml", "spec/openapi.yaml", /^HEAD:spec\/broken\.yaml:1:\d+: error: /],
    ] as const) {
      const { status, stdout, stderr } = await startCli(["diff", old, now], { cwd: folder });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, old);
      assert.match(stderr, says);
      assert.doesNotMatch(stderr, /openapi-errors-diff-/, "the folder that it was read from is nobody's business");
    }
    const clone = join(temporaryFolder(t), "clone");
    git(folder, "commit", "--allow-empty", "--message", "two");
    execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, clone], { stdio: "ignore" });
    const shallow = await startCli(["diff", "v1:spec/openapi.yaml", "spec/openapi.yaml"], { cwd: clone });
    assert.equal(shallow.status, 2);
    assert.match(shallow.stderr, /the clone is shallow.*\n {2}fix: run `git fetch --depth=1 origin v1/);
    const before = await startCli(["diff", "HEAD~1:spec/openapi.yaml", "spec/openapi.yaml"], { cwd: clone });
    assert.match(before.stderr, /the clone is shallow.*\n {2}fix: run `git fetch --unshallow`\n/);
  });

  test("with one revision, or none, each API of redocly.yaml is held against it; a document that is new is told of", async (t) => {
    const folder = repository(t);
    const other = new YamlDocument({ ...shop(), "x-error-contract": { ...shop()["x-error-contract"], id: "other" } });
    writeFileSync(join(folder, "spec/other.yaml"), other.toString());
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  shop: { root: spec/openapi.yaml }\n  other: { root: spec/other.yaml }\n",
    );
    for (const args of [["v1"], []]) {
      const { status, stdout, stderr } = await startCli(["diff", ...args], { cwd: folder });
      assert.equal(status, 1, stderr);
      assert.match(stdout, /`order_limit` is `orders_full` now/);
      assert.match(stderr, /^spec\/other\.yaml is new: `v1` does not have it\n$/);
    }
    const one = await startCli(["diff", "v1:spec/openapi.yaml"], { cwd: folder });
    assert.match(one.stdout, /`order_limit` is `orders_full` now/);
    const none = await startCli(["diff", "nowhere"], { cwd: folder });
    assert.equal(none.status, 2);
    assert.match(none.stderr, /`nowhere` can't be read: there is no such revision/);
  });

  test("an API that is gone as a whole, and one that is new, are told of, for programs and in a comment too", async (t) => {
    const folder = repository(t);
    const document = { ...shop(), "x-error-contract": { ...shop()["x-error-contract"], id: "other" } };
    writeFileSync(join(folder, "spec/other.yaml"), new YamlDocument(document).toString());
    writeFileSync(join(folder, "redocly.yaml"), "apis:\n  other: { root: spec/other.yaml }\n");
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "--message", "another");
    writeFileSync(join(folder, "redocly.yaml"), "apis:\n  third: { root: spec/third.yaml }\n");
    const third = { ...shop(), "x-error-contract": { ...shop()["x-error-contract"], id: "third" } };
    writeFileSync(join(folder, "spec/third.yaml"), new YamlDocument(third).toString());
    const { status, stdout, stderr } = await startCli(["diff", "HEAD"], { cwd: folder });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^HEAD:spec\/other\.yaml:1:1: breaking: `other` is gone, with 5 errors \(api-removed\)\n/);
    assert.match(stderr, /^spec\/third\.yaml is new: `HEAD` does not have it\n$/);
    const json = JSON.parse((await startCli(["diff", "HEAD", "--format", "json"], { cwd: folder })).stdout);
    assert.deepEqual(json.newDocuments, [{ document: "spec/third.yaml", revision: "HEAD" }]);
    const markdown = (await startCli(["diff", "HEAD", "--format", "markdown"], { cwd: folder })).stdout;
    assert.match(markdown, /\n- <code>spec\/third\.yaml<\/code> is new: <code>HEAD<\/code> does not have it\n$/);
  });

  test("an API keeps its name when its document moves: it is held against what it was there", async (t) => {
    const folder = repository(t);
    const config = (document: string) =>
      writeFileSync(join(folder, "redocly.yaml"), `apis:\n  shop: { root: ${document} }\n`);
    config("spec/openapi.yaml");
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "--message", "another code");
    config("spec/shop.yaml");
    renameSync(join(folder, "spec/openapi.yaml"), join(folder, "spec/shop.yaml"));
    assert.deepEqual(await startCli(["diff", "HEAD"], { cwd: folder }), {
      status: 0,
      stdout: "no changes\n",
      stderr: "",
    });
    for (const file of ["shared/schemas.yaml", "spec/shop.yaml"].map((name) => join(folder, name)))
      writeFileSync(file, readFileSync(file, "utf8").replace("orders_full", "too_many_orders"));
    const { status, stdout } = await startCli(["diff", "HEAD", "--format", "json"], { cwd: folder });
    const { changes, newDocuments } = JSON.parse(stdout);
    assert.deepEqual([status, changes[0].before.file, newDocuments], [1, "HEAD:shared/schemas.yaml", []]);
  });

  test("--seen: the removal of a code that no answer had is a warning, with the figure", async (t) => {
    const folder = repository(t);
    const without = shop();
    delete without.paths["/orders"].post.responses["402"];
    delete without.components.schemas.OrderLimit;
    writeFileSync(join(folder, "new.yaml"), new YamlDocument(without).toString());
    const seen = async (report: object) => {
      writeFileSync(join(folder, "audit.json"), JSON.stringify(report));
      return startCli(["diff", "HEAD:spec/openapi.yaml", "new.yaml", "--seen", "audit.json"], { cwd: folder });
    };
    const rate = { api: "shop", code: "rate_limited", answers: 9 };
    const never = await seen({ answers: 1234, codes: [rate] });
    assert.equal(never.status, 0, never.stderr);
    assert.match(never.stdout, /: warning: `order_limit` is gone: none of 1234 answers had it \(code-removed\)\n/);
    const often = await seen({ answers: 1234, codes: [rate, { api: "shop", code: "order_limit", answers: 37 }] });
    assert.equal(often.status, 1);
    assert.match(often.stdout, /: breaking: `order_limit` is gone: 37 of 1234 answers had it \(code-removed\)\n/);
    assert.match(
      (await seen({ answers: 0, codes: [] })).stdout,
      /: breaking: `order_limit` is gone \(code-removed\)\n/,
    );
    assert.match(
      (await seen({ answers: 9, codes: [{ ...rate, api: "shp" }] })).stdout,
      /: breaking: `order_limit` is gone: no answer of `shop` was counted \(code-removed\)\n/,
    );
    const more = await seen({ answers: 8, codes: [rate] });
    assert.match(more.stderr, /^audit\.json:1:\d+: error: 9 answers had this code, of 8 that were looked at/);
    assert.match((await seen([])).stderr, /fix: write what belongs here: `answers`, /);
    const wrong = await seen({ codes: [] });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /^audit\.json:1:1: error: this file has no `answers` /);
  });

  test("--rules says which change hurts whom", async () => {
    const { status, stdout } = await startCli(["diff", "--rules"]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^code-renamed \(breaking, code\)\n {2}A code has another name on the wire.*\n {2}hurts: clients that match a code, dashboards$/m,
    );
    const asData = await startCli(["diff", "--rules", "--format", "json"]);
    const [first] = JSON.parse(asData.stdout) as unknown[];
    assert.deepEqual(Object.keys(first as object).sort(), ["facet", "hurts", "level", "meaning", "rule"]);
  });
});
