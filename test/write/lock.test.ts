import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { abandon, isInWork, type Lock, lockFolder, lockName, unlock } from "../../generator/write/lock.js";
import { end, isRunning, newOwner, type Owner } from "../../generator/write/owner.js";
import { temporaryFolder } from "../support/cli.js";

const workOf = ({ token }: Owner) => `.openapi-errors.${token}.tmp`;
const dead: Owner = { token: "999999999-77-abcdef", host: hostname() };
const elsewhere: Owner = { token: "1-1-abcdef", host: "another.machine" };

/** A folder of a run in work, as it would have left it. */
function leave(path: string, owner: Owner | string, age = 0): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "owner.json"), typeof owner === "string" ? owner : JSON.stringify(owner));
  const then = Date.now() / 1000 - age;
  utimesSync(path, then, then);
}

/** The lock of a folder, or that it does not come for as long as what is left there stands. */
async function lockUnless(t: TestContext, folder: string, waits: boolean): Promise<Lock | "waits"> {
  const locking = lockFolder(folder);
  if (!waits) return locking;
  // It must not be waited for when the test is over.
  t.after(() => locking.then(unlock, () => undefined));
  return Promise.race([locking, new Promise<"waits">((resolve) => setTimeout(resolve, 100, "waits"))]);
}

describe("a folder is locked", () => {
  test("by a folder in it that says whose it is, and is as it was when it is given back", async (t) => {
    const root = temporaryFolder(t);
    const folder = join(root, "a/b");
    const lock = await lockFolder(folder);
    assert.deepEqual(readdirSync(folder), [lockName]);
    const { token, host } = JSON.parse(readFileSync(join(folder, lockName, "owner.json"), "utf8"));
    assert.deepEqual({ token, host }, lock.owner);
    assert.equal(isInWork(folder), true);
    unlock(lock);
    assert.deepEqual(readdirSync(root), [], "folders that were made for it are gone");
    assert.equal(isInWork(folder), false);

    mkdirSync(folder, { recursive: true });
    const again = await lockFolder(folder);
    writeFileSync(join(folder, "made"), "");
    unlock(again);
    assert.deepEqual(readdirSync(folder), ["made"]);
  });

  test("by one run at a time; the next one waits until it is given back or abandoned", async (t) => {
    for (const give of [unlock, abandon]) {
      const folder = join(temporaryFolder(t), "out");
      const first = await lockFolder(folder);
      let hasSecond = false;
      const second = lockFolder(folder).then((lock) => {
        hasSecond = true;
        return lock;
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(hasSecond, false);
      assert.deepEqual(readdirSync(folder), [lockName], "what it tried with is gone");
      give(first);
      unlock(await second);
      assert.equal(existsSync(folder) && readdirSync(folder).length > 0, false);
    }
  });

  test("at once where the last run is dead, or nobody's, and never where one of another machine may go on", async (t) => {
    const left: readonly (readonly [owner: Owner | string, age: number, comes: boolean])[] = [
      [dead, 0, true],
      [{ ...dead, token: `${process.pid}-1-abcdef` }, 0, true],
      ["", 0, true],
      ['{"token":7}', 0, true],
      ['{"token":"1-1-a","host":7}', 0, true],
      [JSON.stringify({ token: "no token", host: hostname() }), 0, true],
      [elsewhere, 0, false],
      [elsewhere, 30, false],
      [elsewhere, 70, true],
      [newOwner(), 1000, false],
    ];
    for (const [owner, age, comes] of left) {
      const folder = temporaryFolder(t);
      leave(join(folder, lockName), owner, age);
      const lock = await lockUnless(t, folder, !comes);
      assert.equal(lock !== "waits", comes, JSON.stringify(owner));
      if (lock === "waits") {
        // So that what still waits is done.
        leave(join(folder, lockName), dead);
        continue;
      }
      assert.equal(lock.path, join(folder, lockName));
      unlock(lock);
      assert.deepEqual(readdirSync(folder), []);
    }
  });

  test("after one who followed a dead run and is dead too, but not while he is at work", async (t) => {
    for (const [next, comes] of [
      [{ ...dead, token: "999999998-7-abcdef" }, true],
      [elsewhere, false],
    ] as const) {
      const folder = temporaryFolder(t);
      const path = join(folder, lockName);
      leave(path, dead);
      leave(join(path, `next-${dead.token}`), next);
      utimesSync(path, Date.now() / 1000, Date.now() / 1000);
      const lock = await lockUnless(t, folder, !comes);
      assert.equal(lock !== "waits", comes, next.token);
      if (lock === "waits") leave(join(path, `next-${dead.token}`), { ...dead, token: "999999998-7-abcdef" });
      else unlock(lock);
    }
  });

  test("not where those who followed go in a circle, which no run makes, but without an end of its own", async (t) => {
    const folder = temporaryFolder(t);
    const path = join(folder, lockName);
    for (const place of [path, join(path, `next-${dead.token}`)]) leave(place, dead);
    assert.equal(await lockUnless(t, folder, true), "waits");
    assert.deepEqual(readdirSync(path).sort(), [`next-${dead.token}`, "owner.json"]);
    rmSync(join(path, `next-${dead.token}`), { recursive: true });
  });

  test("and what dead runs had in work is swept away, and nothing else", async (t) => {
    const folder = temporaryFolder(t);
    const others = [".openapi-errors.7.tmp", "openapi-errors.1-1-a.tmp", `${workOf(dead)}.orig`, `a${workOf(dead)}`];
    for (const other of others) mkdirSync(join(folder, other));
    leave(join(folder, workOf(dead)), dead);
    leave(join(folder, workOf({ ...dead, token: "1-1-a" })), elsewhere);
    mkdirSync(join(folder, workOf({ ...dead, token: "999999997-0-a" })));
    unlock(await lockFolder(folder));
    assert.deepEqual(readdirSync(folder).sort(), [...others, workOf({ ...dead, token: "1-1-a" })].sort());
    assert.equal(isInWork(folder), true, "a run of another machine may go on");
  });

  test("never where there can be none", async (t) => {
    const root = temporaryFolder(t);
    writeFileSync(join(root, "file"), "");
    await assert.rejects(lockFolder(join(root, "file")), { code: "ENOTDIR" });
    await assert.rejects(lockFolder(join(root, "file/below")), { code: "ENOTDIR" });
    assert.equal(isInWork(join(root, "file")), false);
    assert.equal(isInWork(join(root, "none")), false);
    assert.equal(isInWork(dirname(root)), false);
  });
});

describe("a run goes on", () => {
  const here = (token: string): Owner => ({ token, host: hostname() });

  test("for as long as its process is there, and until it says that it has ended", () => {
    const owner = newOwner();
    assert.match(owner.token, new RegExp(`^${process.pid}-\\d+-[0-9a-f]{12}$`));
    assert.notEqual(newOwner().token, owner.token);
    if (process.platform === "linux") {
      // The 22nd value; the second is a name in parentheses, which may hold spaces.
      const [, values] = /^\d+ \(.*\) (.*)/s.exec(readFileSync("/proc/self/stat", "utf8"))!;
      assert.equal(owner.token.split("-")[1], values!.split(" ")[22 - 3]);
    }
    assert.equal(isRunning(owner, 10 ** 9), true);
    end(owner);
    assert.equal(isRunning(owner, 0), false);
  });

  test("not where another process has its number, or where its token tells of none", () => {
    assert.equal(isRunning(here(`${process.pid}-0-a`), 0), true, "where the system did not tell its start");
    assert.equal(isRunning(here("1-0-a"), 0), true, "a process of somebody else");
    for (const token of ["999999999-0-a", "nobody", `${process.pid}-0-`, `a${process.pid}-0-a`, `${process.pid}-0-ag`])
      assert.equal(isRunning(here(token), 0), false, token);
    if (process.platform === "linux") assert.equal(isRunning(here(`${process.pid}-1-a`), 0), false);
  });

  test("where it is somebody else's, which may not be asked", (t) => {
    for (const [code, goesOn] of [
      ["EPERM", true],
      ["ESRCH", false],
    ] as const) {
      t.mock.method(process, "kill", () => {
        throw Object.assign(new Error(code), { code });
      });
      assert.equal(isRunning(here("1-0-a"), 0), goesOn, code);
    }
    t.mock.method(process, "kill", () => {
      throw new Error("something else");
    });
    assert.equal(isRunning(here("1-0-a"), 0), false);
  });

  test("on another machine, for a minute", () => {
    assert.equal(isRunning(elsewhere, 59_999), true);
    assert.equal(isRunning(elsewhere, 60_000), false);
  });
});
