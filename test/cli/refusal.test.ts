import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { shopFolder, snapshot } from "./shop.js";

const generate = ["generate", "openapi.yaml", "--emit", "codes,json"];

describe("a run that fails changes nothing", together, () => {
  test("problems: exit 1, all of them on standard error, and nothing is written", async (t) => {
    const folder = shopFolder(t);
    spoil(folder);
    const before = snapshot(folder);
    const { status, stdout, stderr } = await startCli(generate, { cwd: folder });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.match(stderr, /^openapi\.yaml:\d+:\d+: error: .+ \(envelope-not-found\)$/m);
    assert.match(stderr, /^openapi\.yaml:\d+:\d+: error: .+ \(example-of-another-error\)$/m);
    assert.deepEqual(snapshot(folder), before);
  });

  test("what is wrong in an extension hides nothing else, and nothing is found wrong for it", async (t) => {
    const folder = shopFolder(t);
    spoil(folder);
    const path = join(folder, "openapi.yaml");
    const text = readFileSync(path, "utf8")
      .replace("    OrderNotFound:\n", "$&      x-error: { retry: sometimes, categry: conflict, title: '' }\n")
      .replace("x-error-contract:\n", "$&  retryPolicy: { attempts: many }\n");
    const rules = async (document: string) => {
      writeFileSync(path, document);
      const { stderr } = await startCli(generate, { cwd: folder });
      return [...stderr.matchAll(/error: .+ \((\S+)\)$/gm)].map(([, rule]) => rule).sort();
    };
    const invalid = ["contract-invalid", "error-invalid", "error-invalid", "error-invalid"];
    assert.deepEqual(await rules(text), [...invalid, "envelope-not-found", "example-of-another-error"].sort());
    // By what may be meant as the id more is found, or other things are: the rest waits.
    assert.deepEqual(await rules(text.replace("  id: shop\n", "  idd: shop\n")), ["contract-invalid", ...invalid]);
  });

  test("problems leave the output of an earlier run as it is, with and without --check", async (t) => {
    const folder = shopFolder(t);
    assert.equal((await startCli(generate, { cwd: folder })).status, 0);
    spoil(folder);
    const before = snapshot(folder);
    assert.equal((await startCli(generate, { cwd: folder })).status, 1);
    assert.equal((await startCli([...generate, "--check"], { cwd: folder })).status, 1);
    assert.deepEqual(snapshot(folder), before);
  });

  test("one document with a problem keeps the others from being written too", async (t) => {
    const folder = shopFolder(t);
    const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
    writeFileSync(join(folder, "other.yaml"), text.replace("id: shop", "id: other"));
    spoil(folder);
    const before = snapshot(folder);
    const { status } = await startCli(["generate", "other.yaml", "openapi.yaml", "--emit", "codes,json"], {
      cwd: folder,
    });
    assert.equal(status, 1);
    assert.deepEqual(snapshot(folder), before);
  });

  test("a document that does not exist: exit 2, nothing is written", async (t) => {
    const folder = shopFolder(t);
    rmSync(join(folder, "openapi.yaml"));
    const { status, stdout, stderr } = await startCli(generate, { cwd: folder });
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.match(stderr, /`openapi\.yaml` can't be read: there is no such file/);
    assert.deepEqual(snapshot(folder), {});
  });

  test("a document and its overlays are told of at once, wherever each can't be read", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  shop: { root: gone.yaml, x-openapi-errors: { overlay: [no.yaml, broken.yaml] } }\n",
    );
    writeFileSync(join(folder, "broken.yaml"), "overlay: 1.0.0\ninfo: { title: Broken, version: '1' }\n");
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 2);
    const told = [...stderr.matchAll(/^(\S+?):.*\((\S+)\)$/gm)].map(([, file, rule]) => `${file} ${rule}`);
    assert.deepEqual(told, [
      "redocly.yaml file-unreadable",
      "redocly.yaml file-unreadable",
      "broken.yaml overlay-invalid",
    ]);
  });

  test("output that can't be written: exit 2 without a stack, and all files are as before", async (t) => {
    const folder = shopFolder(t);
    // A file in the place of a folder, and a folder in the place of a file.
    mkdirSync(join(folder, "generated/shop/errors.json"), { recursive: true });
    writeFileSync(join(folder, "blocked"), "");
    const before = snapshot(folder);
    for (const output of ["generated", "blocked"]) {
      const { status, stdout, stderr } = await startCli([...generate, "-o", output], { cwd: folder });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, stderr);
      assert.match(stderr, /^\S+:1:1: error: `.+` can't be written: .+ \(file-unwritable\)\n {2}fix: .+\n\n$/);
      for (const [format, shown] of [
        ["json", /"code": "file-unwritable"[\s\S]+"changes": \[\]/],
        ["github", /^::error file=[^\n]+title=openapi-errors%3A file-unwritable/],
      ] as const) {
        const told = await startCli([...generate, "-o", output, "--format", format], { cwd: folder });
        assert.deepEqual({ status: told.status, stderr: told.stderr }, { status: 2, stderr: "" });
        assert.match(told.stdout, shown);
      }
      assert.deepEqual(snapshot(folder), before);
    }
  });
});

/** Two things wrong at once: an envelope's pointer, and the code of an example. */
function spoil(folder: string): void {
  const path = join(folder, "openapi.yaml");
  const text = readFileSync(path, "utf8");
  const spoilt = text.replace("message: /message", "message: /text").replace("{ code: order_not_found", "{ code: gone");
  assert.notEqual(spoilt, text);
  writeFileSync(path, spoilt);
}
