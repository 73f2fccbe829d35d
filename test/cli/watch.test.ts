import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { watchFiles } from "../../generator/commands/watch.js";
import { plain, spawnArguments, startCli } from "../support/cli.js";
import { shopFolder } from "./shop.js";

test("--watch writes again when the document changes, and goes on after a mistake in it", async (t) => {
  const folder = shopFolder(t);
  const document = join(folder, "openapi.yaml");
  const text = readFileSync(document, "utf8");
  const nextRun = watching(t, folder, ["openapi.yaml", "--emit", "json"]);
  const titleOf = () => JSON.parse(readFileSync(join(folder, "generated/shop/errors.json"), "utf8")).title as string;

  assert.match(await nextRun(), /1 written/);
  const before = titleOf();
  writeFileSync(document, text.replace("title: Shop", "title: Another shop"));
  assert.match(await nextRun(), /1 written/);
  assert.notEqual(titleOf(), before);
  assert.equal(titleOf(), "Another shop");
  writeFileSync(document, "openapi: 3.1.0\ninfo: {");
  assert.match(await nextRun(), /document-malformed/);
  assert.equal(titleOf(), "Another shop");
  writeFileSync(document, text);
  assert.match(await nextRun(), /1 written/);
  assert.equal(titleOf(), before);
});

test("--watch of an API by its name follows its settings too, and those of no other", async (t) => {
  const folder = shopFolder(t);
  const config = (name: string, emit: string) =>
    writeFileSync(
      join(folder, "redocly.yaml"),
      `apis:\n  ${name}: { root: openapi.yaml, x-openapi-errors: { emit: [${emit}] } }\n  other: { root: none.yaml }\n`,
    );
  config("shop@v1", "json");
  const nextRun = watching(t, folder, ["shop@v1"]);
  assert.match(await nextRun(), /added {3}generated\/shop\/errors\.json\n1 file, 1 written\nwatching 2 files$/);
  config("shop@v1", "csv");
  assert.match(await nextRun(), /added {3}generated\/shop\/catalog\.csv\n {2}removed generated\/shop\/errors\.json/);
  config("shop@v2", "csv");
  assert.match(await nextRun(), /`shop@v1` is no file, and no API of redocly\.yaml[\s\S]*\nwatching 1 file$/);
  config("shop@v1", "csv");
  assert.match(await nextRun(), /1 file, up to date\nwatching 2 files$/);
});

test("--watch where nothing changed since the run before follows the same files", async (t) => {
  const folder = shopFolder(t);
  const typed = ["openapi.yaml", "--emit", "json"];
  assert.match((await startCli(["generate", ...typed], { cwd: folder })).stderr, /1 written\n$/);
  const nextRun = watching(t, folder, typed);
  assert.match(await nextRun(), /1 file, up to date\nwatching 1 file$/);
  const document = join(folder, "openapi.yaml");
  writeFileSync(document, readFileSync(document, "utf8").replace("title: Shop", "title: Another shop"));
  assert.match(await nextRun(), /1 written\nwatching 1 file$/);
});

test("--watch without a config waits for one", async (t) => {
  const folder = shopFolder(t);
  const nextRun = watching(t, folder, []);
  assert.match(await nextRun(), /no document was named[\s\S]*\nwatching 1 file$/);
  // At once, or it may be read while it is empty, before it is read again.
  const config = "apis: { shop: { root: openapi.yaml, x-openapi-errors: { emit: json } } }\n";
  writeFileSync(join(folder, "config.tmp"), config);
  renameSync(join(folder, "config.tmp"), join(folder, "redocly.yaml"));
  assert.match(await nextRun(), /1 file, 1 written\nwatching 2 files$/);
  rmSync(join(folder, "redocly.yaml"));
  assert.match(await nextRun(), /no document was named[\s\S]*\nwatching 1 file$/);
});

test("what changes while a run reads it is read again", async (t) => {
  const folder = shopFolder(t);
  const file = join(folder, "openapi.yaml");
  const touch = (second: number) => utimesSync(file, second, second);
  const stop = new AbortController();
  let runs = 0;
  const run = async () => {
    runs++;
    if (runs === 1) touch(2);
    else stop.abort();
    return [file];
  };
  touch(0);
  setTimeout(() => touch(1), 50);
  const terminal = { tell: () => undefined } as unknown as Parameters<typeof watchFiles>[2];
  await watchFiles([file], run, terminal, stop.signal);
  assert.equal(runs, 2);
});

/** Starts to watch in a folder: each call gives all that is printed until it watches again. */
function watching(t: TestContext, folder: string, typed: readonly string[]): () => Promise<string> {
  const [command, ...args] = spawnArguments(["generate", ...typed, "--watch"]);
  const child = spawn(command!, args, { cwd: folder, env: plain });
  t.after(() => child.kill());
  const lines = createInterface(child.stderr)[Symbol.asyncIterator]();
  return async () => {
    const printed: string[] = [];
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      printed.push(line.value);
      if (line.value.startsWith("watching")) return printed.join("\n");
    }
    return assert.fail("it ended");
  };
}
