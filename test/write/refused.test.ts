import assert from "node:assert/strict";
import { mkdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { lockName } from "../../generator/write/lock.js";
import { compareOutputs, writeOutputs } from "../../generator/write/write.js";
import { naming } from "../../generator/write/write-error.js";
import { intercept, refusal } from "./file-system.js";
import { newOutput, older, oldOutput, remains, stateOf } from "./outputs.js";

/** The system refuses one call, the first that is meant. */
async function refusing(
  folder: string,
  code: string,
  isMeant: (name: string) => boolean,
  work: () => Promise<unknown>,
) {
  let isDone = false;
  const restore = intercept(folder, (name) => {
    if (isDone || !isMeant(name)) return;
    isDone = true;
    throw refusal(code, name);
  });
  const result = await work().finally(restore);
  assert.ok(isDone);
  return result as Awaited<ReturnType<typeof writeOutputs>>;
}

describe("what the file system refuses", () => {
  test("is a problem of the file that it is about, and all is as it was", async (t) => {
    const folder = await older(t);
    const before = stateOf(folder);
    for (const [code, name, reason] of [
      ["ENOSPC", "writeFileSync", /the disk is full/],
      ["EROFS", "mkdirSync", /the file system is read-only/],
      ["EACCES", "accessSync", /permission denied/],
    ] as const) {
      const { changes, problems } = await refusing(
        folder,
        code,
        (each) => each === name,
        () => writeOutputs([newOutput(folder)], false),
      );
      assert.deepEqual(changes, []);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.level, problem.position.line]),
        [["file-unwritable", "error", 1]],
      );
      assert.match(problems[0]!.message, reason);
      assert.match(problems[0]!.position.file, name === "accessSync" ? /out\/shop\/codes\.ts$/ : /out$/);
      assert.deepEqual(stateOf(folder), before);
    }
  });

  test("after some files were moved: they are taken back", async (t) => {
    const folder = await older(t);
    const before = stateOf(folder);
    let renames = 0;
    const isThird = (name: string) => name === "renameSync" && ++renames === 4;
    const { problems } = await refusing(folder, "EIO", isThird, () => writeOutputs([newOutput(folder)], false));
    assert.match(problems[0]!.message, /does not answer/);
    assert.deepEqual(stateOf(folder), before);
    assert.deepEqual(remains(folder), []);
  });

  test("also while they are taken back: the next run does it, whatever it was to do", async (t) => {
    const folder = await older(t);
    const before = stateOf(folder);
    // The lock, the journal and a file are renamed; another file and the journal are not; then, all or none.
    for (const last of [5, 100]) {
      let renames = 0;
      const restore = intercept(folder, (name) => {
        if (name === "renameSync" && ++renames >= 4 && renames <= last) throw refusal("EIO", name);
      });
      await writeOutputs([newOutput(folder)], false).finally(restore);
      assert.equal(remains(folder).length, 1);
      assert.notDeepEqual(stateOf(folder), before);
      await compareOutputs([newOutput(folder)], false);
      assert.deepEqual(remains(folder), []);
      assert.ok(!("runtime/gone.ts" in stateOf(folder)));
      assert.deepEqual(
        (await compareOutputs([newOutput(folder)], false)).changes.filter(({ kind }) => kind !== "unchanged"),
        [],
      );
      await writeOutputs([oldOutput(folder)], false);
      assert.deepEqual(stateOf(folder), before);
    }
  });

  test("is no reason where it is of another kind: a fault of ours is thrown", async (t) => {
    const folder = await older(t);
    class Fault extends Error {}
    const broken = new Proxy(newOutput(folder), {
      get: (output, name) => {
        if (name === "files") throw new Fault();
        return Reflect.get(output, name);
      },
    });
    await assert.rejects(compareOutputs([broken], false), Fault);
    assert.deepEqual(remains(folder), []);
    const work = () => {
      throw new Fault();
    };
    assert.throws(() => naming("a.ts", work), Fault);
    const cause = refusal("EIO", "openSync");
    const refused = () => {
      throw cause;
    };
    const told = { file: "a.ts", cause, message: "a.ts: Error: EIO: refused, open" };
    assert.throws(() => naming("a.ts", refused), told);
  });

  test("a second name for a file: it is copied, with the time that it had", async (t) => {
    const folder = await older(t);
    const then = new Date(1_000_000_000_000);
    utimesSync(join(folder, "shop/codes.ts"), then, then);
    let links = 0;
    let renames = 0;
    const restore = intercept(folder, (name) => {
      if (name === "linkSync" && ++links > 0) throw refusal("EPERM", name);
      if (name === "renameSync" && ++renames === 4) throw refusal("EIO", name);
    });
    const before = stateOf(folder);
    await writeOutputs([newOutput(folder)], false).finally(restore);
    assert.ok(links > 1);
    assert.deepEqual(stateOf(folder), before);
    assert.equal(statSync(join(folder, "shop/codes.ts")).mtimeMs, then.getTime());
  });

  test("remains that are in nobody's way, where nothing may be written: a comparison goes on", async (t) => {
    const folder = await older(t);
    mkdirSync(join(folder, ".openapi-errors.999999999-7-abcdef.tmp"));
    const restore = intercept(folder, (name) => {
      if (/mkdir|rename|rm|writeFile/.test(name)) throw refusal("EROFS", name);
    });
    const compared = await compareOutputs([oldOutput(folder)], false).finally(restore);
    assert.deepEqual(compared.problems, []);
    mkdirSync(join(folder, lockName));
    writeFileSync(join(folder, lockName, "owner.json"), "");
    const again = intercept(folder, (name) => {
      if (/mkdir|rename|rm|writeFile/.test(name)) throw refusal("EROFS", name);
    });
    const locked = await compareOutputs([oldOutput(folder)], false).finally(again);
    assert.deepEqual(
      locked.problems.map(({ code }) => code),
      ["file-unwritable"],
    );
  });
});
