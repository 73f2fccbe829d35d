import assert from "node:assert/strict";
import fs, { readFileSync, statSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { syncFolder } from "../../generator/write/folders.js";
import { lockName } from "../../generator/write/lock.js";
import { writeOutputs } from "../../generator/write/write.js";
import { writeNew } from "../../generator/write/write-new.js";
import { temporaryFolder } from "../support/cli.js";
import { intercept, refusal } from "./file-system.js";
import { newOutput, older, remains } from "./outputs.js";

/** The calls to the file system that something makes for a folder, in order. */
function heard(folder: string, work: () => unknown): string[] {
  const calls: string[] = [];
  const restore = intercept(folder, (name) => calls.push(name));
  try {
    work();
  } finally {
    restore();
  }
  return calls;
}

describe("what is written is on the disk", () => {
  test("before anything is journalled, and that before anything is moved, and that before the lock is given back", async (t) => {
    const folder = await older(t);
    // Which file each number stands for, and what happened to it, in order.
    const open = new Map<number, string>();
    const events: string[] = [];
    const system = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
    const restore = intercept(folder, () => undefined);
    const short = (path: unknown) =>
      String(path)
        .slice(folder.length + 1)
        .replace(lockName, "work");
    const told = new Map(["openSync", "fsyncSync", "renameSync"].map((name) => [name, system[name]!] as const));
    system.openSync = (...args) => {
      const number = told.get("openSync")!(...args) as number;
      open.set(number, short(args[0]));
      return number;
    };
    system.fsyncSync = (number) => {
      events.push(`sync ${open.get(number as number)}`);
      return told.get("fsyncSync")!(number);
    };
    system.renameSync = (from, to) => {
      events.push(`rename ${short(to)}`);
      return told.get("renameSync")!(from, to);
    };
    syncBuiltinESMExports();
    await writeOutputs([newOutput(folder)], false).finally(restore);

    const at = (event: string) => {
      assert.ok(events.includes(event), `${event} of ${events.join(", ")}`);
      return events.indexOf(event);
    };
    const journalled = at("rename work/journal.json");
    const staged = events.filter((event) => event.startsWith("sync work/new/"));
    assert.equal(staged.length, 7);
    for (const event of [...staged, "sync work/journal.tmp"]) assert.ok(at(event) < journalled, event);
    assert.equal(events[journalled + 1], "sync work");
    const moved = ["shop/codes.ts", "docs/index.html"].map((path) => at(`rename ${path}`));
    for (const move of moved) assert.ok(move > journalled + 1);
    const released = events.findLastIndex((event) => event.startsWith("rename .openapi-errors."));
    for (const place of ["shop", "docs", "docs/shop", "runtime"]) {
      assert.ok(at(`sync ${place}`) > Math.max(...moved), place);
      assert.ok(at(`sync ${place}`) < released, place);
    }
    assert.deepEqual(remains(folder), []);
  });

  test("a folder's names too, except where the system knows no such thing", (t) => {
    const folder = temporaryFolder(t);
    assert.deepEqual(
      heard(folder, () => syncFolder(folder)),
      ["openSync", "fsyncSync", "closeSync"],
    );
    const platform = Object.getOwnPropertyDescriptor(process, "platform")!;
    Object.defineProperty(process, "platform", { ...platform, value: "win32" });
    try {
      assert.deepEqual(
        heard(folder, () => syncFolder(folder)),
        [],
      );
    } finally {
      Object.defineProperty(process, "platform", platform);
    }
  });

  test("and nothing stays open, whatever is refused", (t) => {
    const folder = temporaryFolder(t);
    for (const work of [() => syncFolder(folder), () => writeNew(join(folder, "a"), "a", 0o600)]) {
      const calls: string[] = [];
      const restore = intercept(folder, (name) => {
        calls.push(name);
        if (name === "fsyncSync") throw refusal("EIO", name);
      });
      try {
        assert.throws(work, { code: "EIO" });
      } finally {
        restore();
      }
      assert.equal(calls.at(-1), "closeSync");
    }
    assert.equal(statSync(join(folder, "a")).mode & 0o777, 0o600);
    assert.throws(() => writeNew(join(folder, "a"), "b"), { code: "EEXIST" });
    assert.equal(readFileSync(join(folder, "a"), "utf8"), "a");
  });
});
