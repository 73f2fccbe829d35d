import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { makeFolder } from "../../generator/write/folders.js";
import { hashOfBytes } from "../../generator/write/hash.js";
import { type Move, writeJournal } from "../../generator/write/journal.js";
import { Locked, lockFolder, lockName, unlock } from "../../generator/write/lock.js";
import { compareOutputs, writeOutputs } from "../../generator/write/write.js";
import { temporaryFolder } from "../support/cli.js";
import { intercept, refusal } from "./file-system.js";
import { oldOutput, remains } from "./outputs.js";

const dead = { token: "999999999-7-abcdef", host: hostname() };

/** Does something before the first call of a name, as if another run had been faster. */
async function meanwhile<T>(folder: string, name: string, act: () => void, work: () => T | Promise<T>) {
  let count = 0;
  const restore = intercept(folder, (each) => {
    if (each === name && ++count === 1) act();
  });
  try {
    return await work();
  } finally {
    restore();
  }
}

describe("of two runs at once", () => {
  test("one makes a folder, and the other has not made it", async (t) => {
    const folder = join(temporaryFolder(t), "a");
    assert.deepEqual(
      await meanwhile(
        folder,
        "mkdirSync",
        () => mkdirSync(folder),
        () => makeFolder(folder),
      ),
      [],
    );
    const file = join(folder, "b");
    const failed = meanwhile(
      file,
      "mkdirSync",
      () => writeFileSync(file, ""),
      () => makeFolder(file),
    );
    await assert.rejects(failed, { code: "EEXIST" });
    assert.equal(existsSync(file), true);
  });

  test("one takes back the folder that it had made while the other makes its own in it, which tries again", async (t) => {
    const folder = join(temporaryFolder(t), "a");
    let made = 0;
    const restore = intercept(folder, (name) => {
      if (name === "mkdirSync" && ++made === 2) rmdirSync(folder);
    });
    const lock = await lockFolder(folder).finally(restore);
    assert.equal(made, 4);
    unlock(lock);
    assert.equal(existsSync(folder), false);
  });

  test("but where no folder can be made, it is tried ten times and then told", async (t) => {
    const folder = join(temporaryFolder(t), "a");
    let made = 0;
    const restore = intercept(folder, (name) => {
      if (name !== "mkdirSync") return;
      made += 1;
      throw refusal("ENOENT", name);
    });
    await assert.rejects(lockFolder(folder).finally(restore), { code: "ENOENT" });
    assert.equal(made, 10);
  });

  test("what is refused is told at once, and leaves nothing", async (t) => {
    for (const [code, at, isThere] of [
      ["EACCES", 1, false],
      ["EIO", 2, false],
      ["ENOENT", 1, true],
    ] as const) {
      const folder = join(temporaryFolder(t), "a");
      if (isThere) mkdirSync(folder);
      let made = 0;
      const restore = intercept(folder, (name) => {
        if (name === "mkdirSync" && ++made >= at) throw refusal(code, name);
      });
      await assert.rejects(lockFolder(folder).finally(restore), { code });
      assert.equal(made, at, code);
      assert.equal(existsSync(folder), isThere, code);
    }
  });

  test("whose a lock is may be kept from who asks: it is taken from nobody", async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, lockName));
    writeFileSync(join(folder, lockName, "owner.json"), JSON.stringify(dead));
    const restore = intercept(folder, (name) => {
      if (name === "readFileSync") throw refusal("EACCES", name);
    });
    await assert.rejects(lockFolder(folder).finally(restore), { code: "EACCES" });
    assert.deepEqual(readdirSync(folder), [lockName]);
  });

  test("what one has in work may be swept away by hand: it is told", async (t) => {
    const folder = temporaryFolder(t);
    let renames = 0;
    const restore = intercept(folder, (name) => {
      if (name !== "renameSync" || ++renames > 1) return;
      for (const each of readdirSync(folder)) rmSync(join(folder, each), { recursive: true });
    });
    await assert.rejects(lockFolder(folder).finally(restore), { code: "ENOENT" });
    assert.deepEqual(readdirSync(folder), []);
  });

  test("one has the lock, however the system says so; what it refuses else is told", async (t) => {
    for (const [code, isThere, waits] of [
      ["ENOTEMPTY", true, true],
      ["EEXIST", true, true],
      ["EPERM", true, true],
      ["EPERM", false, false],
      ["EACCES", true, false],
      ["EIO", false, false],
    ] as const) {
      const folder = temporaryFolder(t);
      const path = join(folder, lockName);
      if (isThere) mkdirSync(path);
      if (isThere) writeFileSync(join(path, "owner.json"), JSON.stringify(dead));
      let count = 0;
      const restore = intercept(folder, (name) => {
        if (name === "renameSync" && ++count === 1) throw refusal(code, name);
      });
      const locking = lockFolder(folder).finally(restore);
      if (waits) unlock(await locking);
      else await assert.rejects(locking, { code });
      assert.deepEqual(
        readdirSync(folder).filter((name) => name !== lockName),
        [],
        code,
      );
    }
  });

  test("one follows a run that is dead; the other waits for it, and leaves nothing", async (t) => {
    const folder = temporaryFolder(t);
    const path = join(folder, lockName);
    mkdirSync(path);
    writeFileSync(join(path, "owner.json"), JSON.stringify(dead));
    let renames = 0;
    const restore = intercept(folder, (name) => {
      // The first is to the lock itself; before the second, another one has followed, and given the folder back.
      if (name === "renameSync" && ++renames === 2) rmSync(path, { recursive: true });
    });
    const lock = await lockFolder(folder).finally(restore);
    assert.deepEqual(readdirSync(folder), [lockName]);
    unlock(lock);
    assert.deepEqual(readdirSync(folder), []);
  });

  test("one goes on for longer than a minute: the other says so, and leaves nothing", async (t) => {
    const folder = temporaryFolder(t);
    const first = await lockFolder(folder);
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
    const second = lockFolder(folder).then(
      (lock) => lock,
      (error: unknown) => error,
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual(readdirSync(folder), [lockName]);
    t.mock.timers.tick(60_001);
    const error = await second;
    assert.ok(error instanceof Locked);
    assert.deepEqual(
      [error.folder, error.lock, error.message],
      [folder, join(folder, lockName), `${folder} is locked`],
    );
    t.mock.timers.reset();

    t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
    const writing = writeOutputs([oldOutput(folder)], false);
    await new Promise((resolve) => setTimeout(resolve, 60));
    t.mock.timers.tick(60_001);
    const { changes, problems } = await writing;
    assert.deepEqual([changes, problems.map(({ code, level }) => `${level} ${code}`)], [[], ["error output-locked"]]);
    assert.match(problems[0]!.fix ?? "", /\.openapi-errors\.lock/);
    unlock(first);
    assert.deepEqual(readdirSync(folder), []);
  });
});

test("several outputs are locked one by one, and none stays locked where one can't be", async (t) => {
  const root = temporaryFolder(t);
  const names = ["c", "a", "b"];
  const outputs = names.map((name) => oldOutput(join(root, name)));
  const locked: string[] = [];
  const restore = intercept(root, (name) => {
    if (name !== "accessSync" && name !== "mkdirSync") return;
    locked.push(...names.filter((each) => existsSync(join(root, each, lockName)) && !locked.includes(each)));
  });
  assert.deepEqual((await writeOutputs(outputs, false).finally(restore)).problems, []);
  assert.deepEqual(locked, ["a", "b", "c"], "in one order, whichever they are named in");

  for (const name of names) rmSync(join(root, name), { recursive: true });
  const again = intercept(join(root, "b"), (name) => {
    if (name === "mkdirSync") throw refusal("EACCES", name);
  });
  const { problems } = await writeOutputs(outputs, false).finally(again);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["file-unwritable"],
  );
  assert.deepEqual(readdirSync(root), []);
});

test("what a dead run had journalled is completed by whoever looks next, and nothing of it stays", async (t) => {
  const folder = temporaryFolder(t);
  const path = join(folder, lockName);
  mkdirSync(join(path, "new"), { recursive: true });
  mkdirSync(join(path, "old"));
  writeFileSync(join(path, "owner.json"), JSON.stringify(dead));
  writeFileSync(join(path, "new/0"), "new");
  const move: Move = { path: "shop/a.ts", kind: "put", before: undefined, after: hashOfBytes("new") };
  writeJournal(path, [move]);
  await compareOutputs([oldOutput(folder)], false);
  assert.equal(readFileSync(join(folder, "shop/a.ts"), "utf8"), "new");
  assert.deepEqual(remains(folder), []);
});
