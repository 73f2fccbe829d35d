import assert from "node:assert/strict";
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { manifest, shopDocument, shopFolder, snapshot, textsIn } from "./shop.js";

const promised = [
  "catalog.csv",
  "codes.ts",
  "contract.ts",
  "errors.json",
  "errors.md",
  "errors.ts",
  "index.ts",
  "server.ts",
  "types.ts",
  "vectors.json",
];

describe("generate writes what it promises", together, () => {
  test("generate writes the promised files below generated/<id>/ and the runtime beside them, and no docs unasked", async (t) => {
    const folder = shopFolder(t);
    const { status, stdout, stderr } = await startCli(["generate", "openapi.yaml"], { cwd: folder });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "" }, stderr);
    assert.deepEqual(readdirSync(folder).sort(), ["generated", "openapi.yaml"]);
    assert.deepEqual(readdirSync(join(folder, "generated")).sort(), [manifest, "runtime", "shop"]);
    assert.deepEqual(readdirSync(join(folder, "generated/shop")).sort(), promised);

    const files = textsIn(join(folder, "generated"));
    assert.ok("runtime/index.ts" in files);
    for (const path of promised) assert.match(stderr, new RegExp(`^ {2}added +generated/shop/${path}$`, "m"));
    const runtime = Object.keys(files).filter((path) => path.startsWith("runtime/"));
    assert.ok(stderr.includes(`  added   generated/runtime/ (${runtime.length} files)\n`), stderr);
    for (const [path, text] of Object.entries(files)) {
      assert.ok(text.endsWith("\n") && !text.includes("\r"), path);
      assert.ok(!text.includes(folder), `${path} names the folder it was made in`);
    }
  });

  test("a second run writes nothing, keeps the times of all files, and says so", async (t) => {
    const folder = shopFolder(t);
    await startCli(["generate", "openapi.yaml"], { cwd: folder });
    const before = snapshot(folder);
    const { status, stdout, stderr } = await startCli(["generate", "openapi.yaml"], { cwd: folder });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "" });
    assert.equal(stderr, `${Object.keys(before).length - 1} files, all up to date\n`);
    assert.deepEqual(snapshot(folder), before);
  });

  test("-o and --output name the folder, wherever it is, and it is made", async (t) => {
    const folder = temporaryFolder(t);
    copyFileSync(shopDocument, join(folder, "openapi.yaml"));
    const short = await startCli(["generate", "openapi.yaml", "--emit", "json", "-o", "a/b"], { cwd: folder });
    assert.equal(short.status, 0, short.stderr);
    const long = await startCli(["generate", "openapi.yaml", "--emit", "json", "--output", join(folder, "c")], {
      cwd: folder,
    });
    assert.equal(long.status, 0, long.stderr);
    const json = textsIn(join(folder, "a/b"))["shop/errors.json"] ?? "";
    assert.equal((JSON.parse(json) as { id: string }).id, "shop");
    assert.deepEqual(textsIn(join(folder, "c")), { "shop/errors.json": json });
  });

  test("a file of somebody else in the output folder is left alone", async (t) => {
    const folder = shopFolder(t);
    await startCli(["generate", "openapi.yaml", "--emit", "json"], { cwd: folder });
    copyFileSync(shopDocument, join(folder, "generated/shop/notes.yaml"));
    const { written } = snapshot(folder)["generated/shop/notes.yaml"]!;
    await startCli(["generate", "openapi.yaml", "--emit", "json,csv"], { cwd: folder });
    assert.equal(snapshot(folder)["generated/shop/notes.yaml"]?.written, written);
  });
});
