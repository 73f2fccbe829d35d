import assert from "node:assert/strict";
import { lstatSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { startCli, together } from "../support/cli.js";
import { projectFolder } from "./project.js";

/** What runs remember, and when it was written. */
function remembered(folder: string): Record<string, number> {
  const caches = join(folder, "node_modules/.cache/openapi-errors");
  return Object.fromEntries(readdirSync(caches).map((name) => [name, statSync(join(caches, name)).mtimeMs]));
}

/** Another text of the same size in a file whose times are set back. */
function editUnseen(path: string, from: string, to: string): void {
  const { atime, mtime } = lstatSync(path);
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from) && from.length === to.length, path);
  writeFileSync(path, text.replace(from, to));
  utimesSync(path, atime, mtime);
}

test("files that were left alone are not read again, and none is taken for another", together, async (t) => {
  const folder = projectFolder(t);
  const run = async (...args: string[]) => (await startCli(["generate", ...args], { cwd: folder })).stderr;
  const isUpToDate = /, all up to date\n$/;
  const settle = async () => {
    // Files that were written just now are read all the same.
    await setTimeout(3000);
    const before = remembered(folder);
    assert.match(await run("--check"), isUpToDate);
    assert.deepEqual(remembered(folder), before, "--check writes nothing");
    assert.match(await run(), isUpToDate);
    assert.notDeepEqual(remembered(folder), before, "their stamps are known now");
    const known = remembered(folder);
    assert.match(await run(), isUpToDate);
    assert.deepEqual(remembered(folder), known, "all of them");
  };
  await run();
  await settle();
  editUnseen(join(folder, "apis/first.yaml"), "There is none", "There is nada");
  assert.match(await run(), /changed generated\/first\/errors\.json/);
  await settle();
  editUnseen(join(folder, "generated/second/codes.ts"), "no_thing", "no_think");
  assert.match(await run("--check"), /changed generated\/second\/codes\.ts/);
  await run("--force");
  await settle();
  editUnseen(join(folder, "tsconfig.json"), '"module": "nodenext"', '"module":   "esnext"');
  assert.match(await run("--check"), /imports have no extension/);
  editUnseen(join(folder, "tsconfig.json"), '"module":   "esnext"', '"module": "nodenext"');
  await run();
  await settle();
  // A file of the same size and times in its place.
  const path = join(folder, "shared/first-errors.yaml");
  const { atime, mtime } = lstatSync(path);
  writeFileSync(`${path}.new`, readFileSync(path, "utf8").replace("No thing", "No stuff"));
  utimesSync(`${path}.new`, atime, mtime);
  renameSync(`${path}.new`, path);
  assert.match(await run("--check"), /changed generated\/first\/codes\.ts/);
});
