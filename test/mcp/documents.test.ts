import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { shopFolder, textsIn } from "../cli/shop.js";
import { git, repository } from "../diff/repository.js";
import { runCli, temporaryFolder, together } from "../support/cli.js";
import { connect } from "./client.js";

describe("documents are asked as they are now", together, () => {
  test("an agent that edits a document sees its own edit, and what it breaks", async (t) => {
    const folder = shopFolder(t);
    const path = join(folder, "openapi.yaml");
    git(folder, "init", "--quiet");
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "--message", "one");
    const { call } = await connect(t, folder, ["openapi.yaml"]);
    assert.equal((await call("explain_error", { error: "order_gone" })).data.found, false);

    writeFileSync(path, readFileSync(path, "utf8").replaceAll("order_not_found", "order_gone"));
    assert.equal((await call("explain_error", { error: "order_gone" })).data.found, true);
    const { data, text } = await call("diff_errors");
    assert.equal(data.breaks, true);
    assert.deepEqual(
      data.changes.map(({ rule, level }: { rule: string; level: string }) => [rule, level]),
      [["code-renamed", "breaking"]],
    );
    assert.match(text, /order_not_found/);
    assert.match(data.notes[0], /keep codes that are in use/);

    // A mistake, and its repair.
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace("example: { code: order_gone", "example: { code: order_lost"),
    );
    const broken = await call("check_document");
    assert.deepEqual([broken.data.ok, broken.data.counts.errors > 0], [false, true]);
    const [problem] = broken.data.problems;
    assert.deepEqual([problem.file, problem.line > 1, problem.fix !== ""], ["openapi.yaml", true, true]);
    writeFileSync(path, readFileSync(path, "utf8").replace("order_lost", "order_gone"));
    assert.deepEqual((await call("check_document")).data.ok, true);
  });

  test("a document that can't be read is told of, and the server waits for its repair", async (t) => {
    const folder = temporaryFolder(t);
    const { call, client } = await connect(t, folder, ["openapi.yaml"]);
    const missing = await call("list_errors");
    assert.equal(missing.isError, true);
    assert.match(missing.text, /openapi\.yaml/);
    assert.deepEqual((await client.listResources()).resources, []);
    cpSync(join(shopFolder(t), "openapi.yaml"), join(folder, "openapi.yaml"));
    assert.equal((await call("list_errors")).data.total, 1);
    writeFileSync(join(folder, "openapi.yaml"), "openapi: 3.1.0\n  info: [");
    const check = await call("check_document");
    assert.equal(check.data.ok, false);
    assert.equal(check.data.problems[0].file, "openapi.yaml");
  });

  test("a mistake in one document does not keep the others from being asked", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "broken.yaml"), "openapi: 3.1.0\ninfo: [");
    const { call } = await connect(t, folder, ["openapi.yaml", "broken.yaml"]);
    const { data } = await call("list_errors");
    assert.equal(data.total, 1);
    assert.match(data.notes.join(), /a document has errors, so this may not be all: call check_document/);
  });

  test("the apis of redocly.yaml, read anew when that changes, with their settings", async (t) => {
    const folder = shopFolder(t);
    const config = (id: string) =>
      writeFileSync(
        join(folder, "redocly.yaml"),
        `apis: { orders: { root: openapi.yaml, x-openapi-errors: { id: ${id}, output: src/errors } } }\n`,
      );
    config("one");
    const { call } = await connect(t, folder);
    const ids = async () => (await call("list_errors")).data.apis.map(({ id }: { id: string }) => id);
    assert.deepEqual(await ids(), ["one"]);
    config("two");
    assert.deepEqual(await ids(), ["two"]);
    // By its name as well as by its id.
    assert.equal((await call("list_errors", { api: "orders" })).data.total, 1);
    const { data } = await call("handle_errors", { operation: "getOrder", file: "src/orders.ts" });
    assert.match(data.program, /from "\.\/errors\/two\/index\.js"/);
    assert.match(data.notes[0], /not generated yet: run `npx openapi-errors generate orders`/);
  });

  test("an overlay that changes changes the answer", async (t) => {
    const folder = shopFolder(t);
    const overlay = (title: string) =>
      writeFileSync(
        join(folder, "more.yaml"),
        `overlay: 1.0.0\ninfo: { title: More, version: 1.0.0 }\nactions:\n  - target: $.components.schemas.OrderNotFound\n    update: { title: ${title} }\n`,
      );
    overlay("One");
    const { call } = await connect(t, folder, ["openapi.yaml", "--overlay", "more.yaml"]);
    const title = async () => (await call("list_errors")).data.errors[0].title;
    assert.equal(await title(), "One");
    overlay("Two");
    assert.equal(await title(), "Two");
  });

  test("another document below the folder, by its path, in all that can be asked", async (t) => {
    const folder = repository(t);
    const { call } = await connect(t, folder);
    assert.ok((await call("list_errors", { document: "spec/openapi.yaml" })).data.total > 0);
    const since = await call("diff_errors", { document: "spec/openapi.yaml", since: "v1" });
    assert.deepEqual(
      since.data.changes.map(({ rule }: { rule: string }) => rule),
      ["code-renamed"],
    );
    const problems = await call("check_document", { document: "spec/openapi.yaml", since: "v1" });
    assert.match(problems.text, /order_limit/);
    const scanned = await call("scan_document", { document: "spec/openapi.yaml" });
    assert.equal(scanned.data.api.id, "shop");
    assert.match(scanned.text, /error answers/);

    // What it refers to lies outside of where the server was started: whoever started it may say that it may be read.
    const narrow = await connect(t, join(folder, "spec"));
    const refused = await narrow.call("list_errors", { document: "openapi.yaml" });
    assert.match(refused.text, /shared\/schemas\.yaml/);
    assert.equal(refused.isError, true);
    const wide = await connect(t, join(folder, "spec"), ["--root", ".."]);
    assert.ok((await wide.call("list_errors", { document: "openapi.yaml" })).data.total > 0);
  });

  test("against an older document, or an errors.json", async (t) => {
    const folder = shopFolder(t);
    const old = readFileSync(join(folder, "openapi.yaml"), "utf8");
    writeFileSync(join(folder, "old.yaml"), old.replaceAll("order_not_found", "order_missing"));
    const { call } = await connect(t, folder, ["openapi.yaml"]);
    const { data } = await call("diff_errors", { old: "old.yaml" });
    assert.deepEqual([data.breaks, data.comparedWith, data.changes[0].rule], [true, "old.yaml", "code-renamed"]);
    runCli(["generate", "openapi.yaml", "--emit", "json"], { cwd: folder });
    const none = await call("diff_errors", { old: "generated/shop/errors.json" });
    assert.deepEqual([none.data?.breaks, none.data?.changes], [false, []], none.text);
    writeFileSync(join(folder, "old.yaml"), "openapi: 3.1.0\ninfo: [");
    const unread = await call("diff_errors", { old: "old.yaml" });
    assert.equal(unread.isError, true);
    assert.match(unread.text, /nothing was compared/);
  });
});

describe("nothing but documents below the folder is read, and nothing is written", together, () => {
  test("other files are refused, whether they are there or not, and none of their lines is told", async (t) => {
    const outer = temporaryFolder(t);
    const folder = join(outer, "project");
    mkdirSync(folder);
    cpSync(join(shopFolder(t), "openapi.yaml"), join(folder, "openapi.yaml"));
    const secret = "openapi: SECRET\nkey: SECRET\n";
    for (const path of [".env", "keys.txt", "secret.yaml", "notes.json"])
      writeFileSync(join(folder, path), "SECRET=SECRET\n: [SECRET\n");
    writeFileSync(join(outer, "outside.yaml"), secret);
    symlinkSync(join(outer, "outside.yaml"), join(folder, "link.yaml"));
    symlinkSync(outer, join(folder, "up"));
    // What it refers to is read by nobody.
    writeFileSync(
      join(folder, "refers.yaml"),
      readFileSync(join(folder, "openapi.yaml"), "utf8").replace(
        "#/components/schemas/OrderNotFound",
        "../outside.yaml",
      ),
    );
    const before = textsIn(folder);
    const { call } = await connect(t, folder, ["openapi.yaml"]);
    const named = [
      ...[".env", "keys.txt", "secret.yaml", "notes.json", "link.yaml", "up/outside.yaml", "../outside.yaml"],
      ...[
        join(outer, "outside.yaml"),
        "/etc/passwd",
        "~/.ssh/id_rsa",
        "file:///etc/passwd",
        "https://example.com/a.yaml",
      ],
      ...["nothing.yaml", ".", "", "/dev/stdin", "a\u0000b.yaml", "x".repeat(5000)],
    ];
    for (const document of named)
      for (const name of ["check_document", "scan_document", "list_errors", "diff_errors"]) {
        const { text, isError } = await call(name, { document: document || "/" });
        assert.equal(isError, true, `${name} ${document}: ${text}`);
        assert.match(text, /only OpenAPI documents below \. are read/, `${name} ${document}`);
        assert.doesNotMatch(text, /SECRET|root:/, `${name} ${document}`);
        assert.ok(text.length < 1000);
      }
    // There or not there, outside: the same is said.
    const said = async (document: string) =>
      (await call("check_document", { document })).text.replaceAll(document, "x");
    assert.equal(await said("../outside.yaml"), await said("../nothing.yaml"));
    const old = await call("diff_errors", { old: "../outside.yaml" });
    assert.match(old.text, /only OpenAPI documents and errors\.json files below \. are read/);
    const refers = await call("check_document", { document: "refers.yaml" });
    assert.equal(refers.data.problems[0].code, "reference-outside");
    assert.doesNotMatch(JSON.stringify(refers), /SECRET/);
    for (const name of ["check_document", "diff_errors", "scan_document"])
      await call(name, { document: "openapi.yaml" });
    assert.deepEqual(textsIn(folder), before);
  });

  test("an editor that starts it at the root of the file system says where it works; else nothing else is read there", async (t) => {
    const folder = shopFolder(t);
    const env = (folders: string) => ({ env: { WORKSPACE_FOLDER_PATHS: folders } });
    const said = await connect(t, "/", [], {}, env(`${folder},/nowhere`));
    assert.equal((await said.call("list_errors", { document: "openapi.yaml" })).data.total, 1);
    const unsaid = await connect(t, "/", [join(folder, "openapi.yaml")], {}, env(""));
    assert.equal((await unsaid.call("list_errors")).data.total, 1);
    const other = await unsaid.call("list_errors", { document: join(folder, "other.yaml") });
    assert.match(other.text, /the server was started in \/: only documents that it was started with are read/);
    const home = await connect(t, folder, [], {}, { env: { HOME: folder, WORKSPACE_FOLDER_PATHS: "" } });
    assert.match(
      (await home.call("check_document", { document: "openapi.yaml" })).text,
      /only documents that it was started with/,
    );
  });

  test("where no document was named, those that are there are", async (t) => {
    const { call } = await connect(t, shopFolder(t));
    const { text } = await call("list_errors");
    assert.match(text, /Or give `document`, the path of an OpenAPI document: `openapi\.yaml`/);
  });

  test("`--root` says which folder that is", async (t) => {
    const outer = temporaryFolder(t);
    for (const name of ["a", "b"]) mkdirSync(join(outer, name));
    cpSync(join(shopFolder(t), "openapi.yaml"), join(outer, "b/openapi.yaml"));
    const { call } = await connect(t, join(outer, "a"), ["--root", ".."]);
    assert.equal((await call("list_errors", { document: "../b/openapi.yaml" })).data.total, 1);
    rmSync(join(outer, "b/openapi.yaml"));
    assert.equal((await call("list_errors", { document: "../b/openapi.yaml" })).isError, true);
  });
});
