import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { generateCommand } from "../../generator/commands/generate.js";
import type { Terminal } from "../../generator/commands/terminal.js";
import { startCli, together } from "../support/cli.js";
import { shopFolder, snapshot } from "./shop.js";

// Without types, which take as long to make as all else together.
const generate = ["generate", "openapi.yaml", "--emit", "codes,json"];
const check = [...generate, "--check"];

describe("--check compares with what is there, and writes nothing", together, () => {
  test("--check says that all is up to date after generate, and what is to be done before", async (t) => {
    const folder = shopFolder(t);
    const before = await startCli(check, { cwd: folder });
    assert.equal(before.status, 1);
    assert.match(before.stderr, /^ {2}added +generated\/shop\/errors\.json$/m);
    assert.match(before.stderr, /4 of 4 files are out of date: run `openapi-errors generate`\n$/);
    assert.deepEqual(Object.keys(snapshot(folder)), ["openapi.yaml"], "it writes nothing");

    await startCli(generate, { cwd: folder });
    const after = await startCli(check, { cwd: folder });
    assert.deepEqual(after, { status: 0, stdout: "", stderr: "4 files, all up to date\n" });
  });

  test("--check exits 1 where the document changed since", async (t) => {
    const folder = shopFolder(t);
    const path = join(folder, "openapi.yaml");
    await startCli(generate, { cwd: folder });
    writeFileSync(path, readFileSync(path, "utf8").replace("Order not found", "No such order"));
    const before = snapshot(folder);
    const { status, stderr } = await startCli(check, { cwd: folder });
    assert.equal(status, 1);
    assert.match(stderr, /^ {2}changed generated\/shop\/codes\.ts$/m);
    assert.deepEqual(snapshot(folder), before, "it writes nothing");
  });

  test("--check does not ask for docs that were never built", async (t) => {
    const folder = shopFolder(t);
    await startCli(["generate", "openapi.yaml", "--emit", "csv,json"], { cwd: folder });
    const { status } = await startCli(["generate", "openapi.yaml", "--emit", "csv,json,docs", "--check"], {
      cwd: folder,
    });
    assert.equal(status, 0);
  });

  const silent: Terminal = { answer: () => {}, tell: () => {}, colour: { answer: false, tell: false }, width: 80 };

  test("--check exits 1 and names the file, after a byte of any changed and where any is missing", async (t) => {
    const folder = shopFolder(t);
    const output = join(folder, "generated");
    await startCli(["generate", "openapi.yaml"], { cwd: folder });
    const files = Object.entries(snapshot(output));
    assert.ok(files.length > 20);

    // In this process, since there are many.
    const changesFound = async () => {
      let told = "";
      const terminal = { ...silent, tell: (text: string) => (told += text) };
      const flags = { check: true, output, format: "text", importExtension: "js" } as const;
      const status = await generateCommand([join(folder, "openapi.yaml")], flags, terminal);
      return { status, changes: [...told.matchAll(/^ {2}(\w+) +(\S+)$/gm)].map(([, kind, path]) => `${kind} ${path}`) };
    };
    assert.deepEqual(await changesFound(), { status: 0, changes: [] });
    for (const [path, { text }] of files) {
      const file = join(output, path);
      const middle = Math.floor(text.length / 2);
      const other = text[middle] === "x" ? "y" : "x";
      writeFileSync(file, `${text.slice(0, middle)}${other}${text.slice(middle + 1)}`);
      const broken = snapshot(output);
      assert.deepEqual(await changesFound(), { status: 1, changes: [`changed ${file}`] });
      assert.deepEqual(snapshot(output), broken);

      rmSync(file);
      assert.deepEqual(await changesFound(), { status: 1, changes: [`added ${file}`] });
      assert.ok(!(path in snapshot(output)));
      writeFileSync(file, text);
    }
    assert.equal((await changesFound()).status, 0);
  });
});
