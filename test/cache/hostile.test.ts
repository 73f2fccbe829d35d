import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fromJson, readSealed, writeSealed } from "../../generator/cache/sealed-file.js";
import { hashOfBytes } from "../../generator/write/hash.js";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { intercept, refusal } from "../write/file-system.js";
import { projectFolder } from "./project.js";

const name = `${"a".repeat(32)}.json`;
const sealed = (content: Buffer) => Buffer.concat([Buffer.from(hashOfBytes(content), "latin1"), content]);
const cacheIn = (folder: string) => join(folder, "node_modules/.cache/openapi-errors");

/** What may stand in the place of a file that a run remembers by. */
const kinds: Readonly<Record<string, (path: string) => void>> = {
  "cut in its seal": (path) => truncateSync(path, 20),
  "cut in what it says": (path) => truncateSync(path, 70),
  empty: (path) => truncateSync(path, 0),
  "of another kind": (path) => writeFileSync(path, "\u0000".repeat(1000)),
  "whole, and no such record": (path) => writeFileSync(path, sealed(Buffer.from([0xff, 0x7f, 0x6f, 0x22]))),
  "larger than anything written": (path) => truncateSync(path, 5 * 1024 ** 3),
  "a folder": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  ...(process.platform === "win32"
    ? {}
    : {
        "a pipe": (path: string) => {
          rmSync(path);
          assert.equal(spawnSync("mkfifo", [path]).status, 0);
        },
        "a link to a device without an end": (path: string) => {
          rmSync(path);
          symlinkSync("/dev/zero", path);
        },
        "a link to nothing": (path: string) => {
          rmSync(path);
          symlinkSync("nowhere", path);
        },
      }),
};

test(
  "whatever stands where a run remembers, it does and says what one does that remembers nothing",
  together,
  async (t) => {
    const folder = projectFolder(t);
    assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
    const files = readdirSync(cacheIn(folder));
    assert.ok(files.length > 2);
    for (const [kind, spoil] of Object.entries(kinds)) {
      for (const file of files) {
        const path = join(cacheIn(folder), file);
        if (!existsSync(path)) writeFileSync(path, "");
        spoil(path);
      }
      const { status, stderr } = await startCli(["generate"], { cwd: folder });
      assert.deepEqual([status, /, all up to date\n$/.test(stderr)], [0, true], `${kind}: ${stderr}`);
      rmSync(cacheIn(folder), { recursive: true });
      await startCli(["generate"], { cwd: folder });
    }
  },
);

test("what is no file of its own is neither read nor waited for", (t) => {
  for (const [kind, spoil] of Object.entries(kinds)) {
    const path = join(temporaryFolder(t), name);
    writeSealed(path, Buffer.from("1"));
    assert.equal(readSealed(path, fromJson), 1);
    spoil(path);
    assert.equal(readSealed(path, fromJson), undefined, kind);
  }
});

test("a file is written whole or not at all at every call that fails, and leaves nothing beside", (t) => {
  const { calls } = written(t, () => undefined);
  assert.ok(calls > 1);
  for (const code of ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE"])
    for (let at = 1; at <= calls; at += 1) {
      const { folder } = written(t, (call, at_) => {
        if (at_ === at) throw refusal(code, call);
      });
      assert.ok([1, 2].includes(Number(readSealed(join(folder, name), fromJson))), `${code} ${at}`);
      assert.deepEqual(readdirSync(folder), [name], `${code} ${at}`);
    }
});

function written(t: TestContext, before: (call: string, at: number) => void) {
  const folder = temporaryFolder(t);
  writeSealed(join(folder, name), Buffer.from("1"));
  let calls = 0;
  const restore = intercept(folder, (call) => {
    calls += 1;
    before(call, calls);
  });
  writeSealed(join(folder, name), Buffer.from("2"));
  restore();
  return { folder, calls };
}

test("of a folder that is a link, nothing is removed but what runs wrote there long ago", (t) => {
  const [folder, elsewhere] = [temporaryFolder(t), temporaryFolder(t)];
  const old = new Date("2020-01-01");
  const others = ["diary.txt", "a.json", `${name}.orig`];
  const own = [`${"b".repeat(32)}.json`, `${"c".repeat(32)}.asked.json`, `${"d".repeat(32)}.apis.123.tmp`];
  for (const file of [...others, ...own]) {
    writeFileSync(join(elsewhere, file), "mine\n");
    utimesSync(join(elsewhere, file), old, old);
  }
  symlinkSync(elsewhere, join(folder, "caches"));
  writeSealed(join(folder, "caches", name), Buffer.from("1"));
  assert.deepEqual(readdirSync(elsewhere).sort(), [...others, name].sort());
  assert.equal(readFileSync(join(elsewhere, "diary.txt"), "utf8"), "mine\n");
});

test("where the folder can't be made, nothing is remembered, and nothing is said of it", together, async (t) => {
  const folder = projectFolder(t);
  writeFileSync(join(folder, "node_modules/.cache"), "a file\n");
  for (const said of [/written|added/, /, all up to date\n$/]) {
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 0);
    assert.match(stderr, said);
  }
  assert.equal(readFileSync(join(folder, "node_modules/.cache"), "utf8"), "a file\n");
});
