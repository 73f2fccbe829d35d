import assert from "node:assert/strict";
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { startCli, together } from "../support/cli.js";
import { spy } from "../support/opened.js";
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

/** Edits a file of the output when it is looked at for the second time: it was taken as known, and is compared now. */
const edit = `data:text/javascript,${encodeURIComponent(`
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { lstatSync } = fs;
let times = 0;
fs.lstatSync = (path, ...rest) => {
  if (String(path).endsWith("generated/second/codes.ts") && ++times === 2) fs.appendFileSync(path, "// Ours\\n");
  return lstatSync(path, ...rest);
};
syncBuiltinESMExports();
`)}`;

/** Runs the command line, and says what it opened. */
async function openedBy(args: readonly string[], cwd: string) {
  const log = join(cwd, "opened.log");
  writeFileSync(log, "");
  const result = await startCli(args, { cwd, env: { NODE_OPTIONS: `--import=${spy}`, OPENED_LOG: log } });
  const lines = readFileSync(log, "utf8").split("\n").filter(Boolean);
  rmSync(log);
  return { ...result, opened: lines.map((line) => line.replace(/^open "|"$/g, "")) };
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
  // Of an API that did not change, beside one that did.
  const document = join(folder, "apis/first.yaml");
  const edited = (to: string) => editUnseen(document, /There is \w+/.exec(readFileSync(document, "utf8"))![0], to);
  edited("There is zero");
  assert.match(await run(), /changed generated\/first\/errors\.json/);
  await setTimeout(3000);
  edited("There is nope");
  const { stderr, opened } = await openedBy(["generate"], folder);
  assert.match(stderr, /changed generated\/first\/errors\.json/);
  assert.ok(opened.some((path) => path.endsWith("generated/first/errors.json")));
  assert.deepEqual(
    opened.filter((path) => path.includes("generated/second/")),
    [],
    "no file of the other one is read",
  );
  editUnseen(join(folder, "generated/second/codes.ts"), "no_thing", "no_think");
  edited("There is none");
  assert.match(await run("--force"), /changed generated\/second\/codes\.ts/);
  await settle();
  edited("There is zero");
  await run();
  await setTimeout(3000);
  edited("There is none");
  const meanwhile = await startCli(["generate"], { cwd: folder, env: { NODE_OPTIONS: `--import=${edit}` } });
  assert.equal(meanwhile.status, 0, meanwhile.stderr);
  assert.match(meanwhile.stderr, /^generated\/second\/codes\.ts:1:1: warning: .+ \(file-edited\)$/m);
  assert.match(meanwhile.stderr, /changed generated\/second\/codes\.ts/);
  assert.match(readFileSync(join(folder, "generated/second/codes.ts.orig"), "utf8"), /\/\/ Ours\n$/);
  // What was warned of is not remembered.
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
