import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { manifest, shopDocument, shopFolder, snapshot, textsIn } from "../cli/shop.js";
import { startCli, together } from "../support/cli.js";

/** The command line in a folder: without types, which take as long as all else together. */
function cliIn(folder: string) {
  return (...args: string[]) => startCli(["generate", ...args], { cwd: folder });
}

function rename(folder: string, from: string, to: string): void {
  const path = join(folder, "openapi.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(from, to));
}

const emit = ["openapi.yaml", "--emit", "codes,json"];

/** What was generated, of which somebody edited a file, before its API got another id. */
async function editedAndRenamed(t: TestContext) {
  const folder = shopFolder(t);
  const generate = cliIn(folder);
  await generate(...emit);
  const left = join(folder, "generated/shop/codes.ts");
  appendFileSync(left, "// mine\n");
  rename(folder, "id: shop", "id: store");
  return { folder, generate, left };
}

/** A folder whose redocly.yaml has the API `shop`, and where asked one more, with these emitters. */
function configured(t: TestContext) {
  const folder = shopFolder(t);
  writeFileSync(join(folder, "other.yaml"), readFileSync(shopDocument, "utf8").replaceAll("id: shop", "id: other"));
  const configure = (emit: string, ...apis: readonly string[]) => {
    const lines = apis.map(
      (api) => `  ${api}: { root: ${api === "shop" ? "openapi" : api}.yaml, x-openapi-errors: { emit: ${emit} } }\n`,
    );
    writeFileSync(join(folder, "redocly.yaml"), `apis:\n${lines.join("")}`);
  };
  const paths = () => Object.keys(textsIn(join(folder, "generated")));
  return { folder, configure, paths, generate: cliIn(folder) };
}

describe("what is not made any more goes", together, () => {
  test("an API that left redocly.yaml, and an emitter that its list lost; --check says so before", async (t) => {
    const { configure, paths, generate } = configured(t);
    configure("[json, csv, python]", "shop", "other");
    assert.equal((await generate()).status, 0);
    assert.ok(paths().includes("other/catalog.csv") && paths().includes("runtime/error.py"));

    configure("[json, csv]", "shop");
    const check = await generate("--check");
    assert.equal(check.status, 1);
    assert.match(check.stderr, /^ {2}removed generated\/other\/catalog\.csv$/m);
    assert.match(check.stderr, /^ {2}removed generated\/shop\/errors\.py$/m);
    assert.ok(paths().includes("other/catalog.csv"), "--check removes nothing");
    assert.equal((await generate()).status, 0);
    assert.deepEqual(paths(), ["shop/catalog.csv", "shop/errors.json"]);
    assert.equal((await generate("--check")).status, 0);
  });

  test("an API that has another id, whether redocly.yaml or the command line names it", async (t) => {
    for (const named of [[], ["openapi.yaml"]]) {
      const { folder, configure, paths, generate } = configured(t);
      configure("[json, csv]", "shop");
      const run = named.length === 0 ? [] : [...named];
      await generate(...run);
      rename(folder, "id: shop", "id: store");
      assert.equal((await generate(...run, "--check")).status, 1);
      assert.equal((await generate(...run)).status, 0);
      assert.ok(paths().includes("store/errors.json"));
      assert.ok(!existsSync(join(folder, "generated/shop")), "nor is an empty folder left");
    }
  });

  test("a part that --emit asks for, or one document of several, says nothing of the others", async (t) => {
    const { configure, paths, generate } = configured(t);
    configure("[json, csv]", "shop", "other");
    await generate();
    const all = paths();
    for (const args of [
      ["--emit", "csv"],
      ["openapi.yaml", "--emit", "json"],
      ["openapi.yaml", "--emit", "markdown"],
    ]) {
      const { status, stderr } = await generate(...args);
      assert.equal(status, 0, stderr);
      assert.doesNotMatch(stderr, /removed/);
      for (const path of all) assert.ok(paths().includes(path), `${path} after ${args}`);
    }
    await generate("openapi.yaml");
    assert.ok(paths().includes("other/errors.json"));
  });
});

describe("what a person wrote stays", together, () => {
  test("a file that was not generated stops the run before anything is written, and is named", async (t) => {
    for (const path of ["shop/codes.ts", "shop/errors.json"]) {
      const folder = shopFolder(t);
      const mine = join(folder, "generated", path);
      mkdirSync(join(folder, "generated/shop"), { recursive: true });
      writeFileSync(mine, '{ "mine": true }\n');
      const before = snapshot(folder);
      for (const more of [[], ["--check"], ["--force"]]) {
        const { status, stderr } = await cliIn(folder)(...emit, ...more);
        assert.equal(status, 1);
        assert.match(stderr, new RegExp(`^generated/${path}:1:1: error: .+ \\(file-not-ours\\)\n {2}fix: .+\n\n$`));
        assert.deepEqual(snapshot(folder), before);
      }
    }
  });

  test("a page with a policy of its own is nobody's but its author's", async (t) => {
    const folder = shopFolder(t);
    const mine = join(folder, "generated/docs/index.html");
    mkdirSync(join(folder, "generated/docs"), { recursive: true });
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
    writeFileSync(mine, `<!DOCTYPE html>\n<html><head>${policy}</head></html>\n`);
    const before = snapshot(folder);
    const { status, stderr } = await cliIn(folder)("openapi.yaml", "--emit", "docs");
    assert.equal(status, 1);
    assert.match(stderr, /^generated\/docs\/index\.html:1:1: error: .+ \(file-not-ours\)/);
    assert.deepEqual(snapshot(folder), before);
  });

  test("a generated file that was edited is told of and kept beside; --force keeps nothing", async (t) => {
    const folder = shopFolder(t);
    const generate = cliIn(folder);
    const path = join(folder, "generated/shop/codes.ts");
    await generate(...emit);
    const made = readFileSync(path, "utf8");
    for (const kept of ["codes.ts.orig", "codes.ts.2.orig"]) {
      appendFileSync(path, `// ${kept}\n`);
      const edited = readFileSync(path, "utf8");
      const { status, stderr } = await generate(...emit);
      assert.equal(status, 0);
      assert.match(stderr, /codes\.ts:1:1: warning: .+ was edited since \(file-edited\)\n {2}fix: .+\.orig`/);
      assert.equal(readFileSync(path, "utf8"), made);
      assert.equal(readFileSync(join(folder, "generated/shop", kept), "utf8"), edited);
    }
    appendFileSync(path, "// dropped\n");
    assert.equal((await generate(...emit, "--force")).stderr.includes("warning"), false);
    assert.equal(readFileSync(path, "utf8"), made);
    assert.ok(!existsSync(`${path}.3.orig`));
  });

  test("one that is not made any more and was edited stays until it is moved away; --check says so", async (t) => {
    const { folder, generate, left } = await editedAndRenamed(t);
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis: { store: { root: openapi.yaml, x-openapi-errors: { emit: [codes, json] } } }\n",
    );
    assert.match((await generate()).stderr, /codes\.ts:1:1: warning: .+ \(file-outdated\)/);
    assert.match(readFileSync(left, "utf8"), /mine/);
    assert.equal((await generate("--check")).status, 1);
    rmSync(left);
    await generate();
    assert.equal((await generate("--check")).status, 0);
  });

  test("and so by every later run, where no config lists the API that has another id now; --force removes it", async (t) => {
    const { folder, generate, left } = await editedAndRenamed(t);
    for (const options of [[], [], ["--check"], ["--no-cache"]]) {
      const { status, stderr } = await generate(...emit.slice(0, 1), ...options);
      assert.deepEqual(
        [status, /shop\/codes\.ts:1:1: warning: .+ \(file-outdated\)/.test(stderr)],
        [options[0] === "--check" ? 1 : 0, true],
      );
    }
    assert.equal((await generate(...emit.slice(0, 1), "--force")).status, 0);
    assert.ok(!existsSync(left));
    assert.equal((await generate(...emit.slice(0, 1), "--check")).status, 0);
    assert.doesNotMatch(readFileSync(join(folder, "generated", manifest), "utf8"), /shop/);
  });

  test("output of a version that kept no list is known by its banner and its form; a changed list is drift", async (t) => {
    const folder = shopFolder(t);
    const generate = cliIn(folder);
    const all = ["openapi.yaml", "--emit", "codes,json,vectors,csv,markdown,python"];
    await generate(...all);
    const list = join(folder, "generated", manifest);
    const text = readFileSync(list, "utf8");
    rmSync(list);
    assert.equal((await generate(...all, "--check")).status, 0, "who does not commit it is not told of it");
    rename(folder, "Order not found", "No such order");
    const { status, stderr } = await generate(...all);
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      Object.keys(textsIn(folder)).filter((path) => path.endsWith(".orig")),
      [],
    );
    assert.equal(readFileSync(list, "utf8").split("\n").length, text.split("\n").length);

    writeFileSync(list, readFileSync(list, "utf8").replace(" csv ", " cvs "));
    const check = await generate(...all, "--check");
    assert.equal(check.status, 1);
    assert.match(check.stderr, /^ {2}changed generated\/\.openapi-errors\.files$/m);
  });
});
