import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { Document as YamlDocument } from "yaml";
import { printedLogs } from "../../generator/commands/changelog/print.js";
import { startCli, temporaryFolder } from "../support/cli.js";
import { git } from "./repository.js";
import { type Document, replaced, shop } from "./shop.js";
import { firstTenantcore, tenantcoreHistory } from "./tenantcore-history.js";

const golden = fileURLToPath(new URL("tenantcore-changelog.md", import.meta.url));
const config =
  "apis:\n  tenantcore:\n    root: openapi.yaml\n    x-openapi-errors: { history: 'v*', emit: [json, docs] }\n";

test("twenty edits of an API, as its users read of them", async (t) => {
  const folder = withHistory(t);
  const { status, stdout, stderr } = await startCli(["changelog", "--format", "markdown"], { cwd: folder });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  if (process.env.UPDATE) writeFileSync(golden, stdout);
  assert.equal(stdout, readFileSync(golden, "utf8"), "if it is meant: UPDATE=1 writes it");
});

test("as a page of the docs, which stays the same when the tag is put on it; a shallow clone can't make it", async (t) => {
  const folder = withHistory(t);
  git(folder, "tag", "--delete", "v3.0.0");
  const generated = await startCli(["generate"], { cwd: folder });
  assert.equal(generated.status, 0, generated.stderr);
  const page = readFileSync(join(folder, "generated/docs/tenantcore/changes.html"), "utf8");
  const versions = [...page.matchAll(/<h2>(\d\.\d\.\d)/g)].map(([, version]) => version);
  assert.deepEqual(versions, ["3.0.0", "2.2.0", "2.1.0", "2.0.0", "1.3.0", "1.2.0", "1.1.0", "1.0.0"]);
  assert.match(page, /<code>tenant_limit_reached<\/code> is <code>tenants_exhausted<\/code> now/);
  assert.match(page, /<a href="errors\/tenants_exhausted\.html"><code>tenants_exhausted<\/code><\/a>/);
  assert.match(page, /an answer that the new contract allows: 402 /);
  const index = readFileSync(join(folder, "generated/docs/index.html"), "utf8");
  assert.match(index, /<a href="tenantcore\/changes\.html">Changes<\/a>/);
  git(folder, "tag", "v3.0.0");
  const check = await startCli(["generate", "--check"], { cwd: folder });
  assert.equal(check.status, 0, check.stdout + check.stderr);

  const clone = join(temporaryFolder(t), "clone");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, clone], { stdio: "ignore" });
  const shallow = await startCli(["generate"], { cwd: clone });
  assert.equal(shallow.status, 2);
  assert.match(
    shallow.stderr,
    /the clone is shallow, and not all versions are here.*\n {2}fix: run `git fetch --unshallow --tags`/,
  );
  const asked = await startCli(["changelog"], { cwd: clone });
  assert.deepEqual([asked.status, asked.stdout], [2, ""]);
});

test("what is not released yet, and versions that are no contract", async (t) => {
  const folder = temporaryFolder(t);
  const write = (document: Document) =>
    writeFileSync(join(folder, "openapi.yaml"), new YamlDocument(document).toString());
  git(folder, "init", "--quiet");
  writeFileSync(join(folder, "README.md"), "Nothing yet.\n");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "zero");
  git(folder, "tag", "v0");
  write({ ...shop(), info: { title: "Shop", version: "1.0.0" } });
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "one");
  git(folder, "tag", "v1");
  writeFileSync(join(folder, "openapi.yaml"), "{ a: [\n");
  git(folder, "commit", "--quiet", "--all", "--message", "two");
  git(folder, "tag", "v2");
  write(replaced({ ...shop(), info: { title: "Shop", version: "1.0.0" } }, "order_limit", "orders_full"));
  const { status, stdout, stderr } = await startCli(["changelog", "openapi.yaml", "--tags", "v*"], { cwd: folder });
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `Shop

not released yet
  breaking  \`order_limit\` is \`orders_full\` now (hurts clients that match a code, dashboards)

1.0.0: the first one here, with 5 errors
`,
  );
  assert.match(stderr, /^v2:openapi\.yaml:1:\d+: note: `openapi\.yaml` of `v2` is left out: /);
  const json = await startCli(["changelog", "openapi.yaml", "--format", "json"], { cwd: folder });
  const [{ api, versions }] = JSON.parse(json.stdout).apis;
  assert.deepEqual(
    [api, versions.map(({ version, changes }: Document) => [version, changes?.length ?? null])],
    [
      "shop",
      [
        [null, 1],
        ["1.0.0", null],
      ],
    ],
  );
});

/** A commit for each edit, a tag for each version. */
function withHistory(t: TestContext): string {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "redocly.yaml"), config);
  let document = firstTenantcore();
  const commit = (message: string) => {
    writeFileSync(
      join(folder, "openapi.yaml"),
      new YamlDocument(document, { aliasDuplicateObjects: false }).toString(),
    );
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "--message", message);
  };
  git(folder, "init", "--quiet");
  commit("The first version");
  git(folder, "tag", "v1.0.0");
  for (const { version, edits } of tenantcoreHistory) {
    for (const [message, edit] of Object.entries(edits)) {
      document = edit(document) ?? document;
      commit(message);
    }
    document.info.version = version;
    commit(version);
    git(folder, "tag", `v${version}`);
  }
  return folder;
}

test("a version or a title that begins a block of code, a list or a quotation swallows nothing of it in Markdown", () => {
  for (const said of ["```js\ncode()", "~~~", "> quoted", "- item", "1. first", "<!-- open", "[a]: b"]) {
    const log = [said, "1.0.0"].map((version) => ({ version, errors: 1, changes: undefined }));
    const tokens = new MarkdownIt().parse(printedLogs([{ api: "shop", title: said, log }], "markdown", false), {});
    const headings = tokens.filter(({ type }) => type === "heading_open").map(({ tag }) => tag);
    assert.deepEqual(headings, ["h1", "h2", "h2"], said);
  }
});
