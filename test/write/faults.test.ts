import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { compareOutputs, writeOutputs } from "../../generator/write/write.js";
import { temporaryFolder } from "../support/cli.js";
import { intercept, refusal } from "./file-system.js";
import { addHandwork, copyOf, newOutput, oldOutput, remains, stateOf } from "./outputs.js";

const codes = ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE"];

/** A folder as an earlier run and a person left it, what it has to become, and how many calls that takes. */
async function prepared(t: TestContext) {
  const root = temporaryFolder(t);
  const before = join(root, "before");
  mkdirSync(before);
  assert.deepEqual((await writeOutputs([oldOutput(before)], false)).problems, []);
  addHandwork(before);
  chmodSync(join(before, "shop/codes.ts"), 0o600);
  const old = stateOf(before);

  const after = copyOf(before, join(root, "after"));
  let calls = 0;
  const restore = intercept(after, () => (calls += 1));
  const { problems } = await writeOutputs([newOutput(after)], false).finally(restore);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["file-edited"],
  );
  const fresh = () => {
    rmSync(join(root, "out"), { recursive: true, force: true });
    return copyOf(before, join(root, "out"));
  };
  return { old, made: stateOf(after), calls, fresh };
}

test("what was there is kept: permissions, an edit beside, a file of somebody else; what is not made any more goes", async (t) => {
  const { old, made } = await prepared(t);
  assert.match(made["shop/codes.ts"]!, /^600 .*\n.*new\n/);
  assert.match(made["shop/errors.ts"]!, /new\n/);
  assert.equal(made["shop/errors.ts.orig"], old["shop/errors.ts"]);
  assert.equal(made["shop/notes.md"], old["shop/notes.md"]);
  assert.ok(!("runtime/gone.ts" in made));
});

test("a call to the file system that fails, whichever: all is as it was, or all is new, and nothing is left over", async (t) => {
  const { old, made, calls, fresh } = await prepared(t);
  assert.ok(calls > 50, String(calls));
  for (let at = 1; at <= calls; at += 1) {
    const folder = fresh();
    const code = codes[at % codes.length]!;
    let failed = "";
    const restore = intercept(folder, (name, count) => {
      if (count !== at) return;
      failed = name;
      throw refusal(code, name);
    });
    const { problems } = await writeOutputs([newOutput(folder)], false).finally(restore);
    const stopped = problems.some(({ level }) => level === "error");
    const where = `${code} at call ${at}, ${failed}`;
    assert.deepEqual(withoutRemains(stateOf(folder)), stopped ? old : made, where);
    await compareOutputs([newOutput(folder)], false);
    assert.deepEqual(remains(folder), [], where);
    assert.deepEqual(stateOf(folder), stopped ? old : made, where);
  }
});

test("the end of everything at any call: the next command of any kind finds all as it was, or all new", async (t) => {
  const { old, made, calls, fresh } = await prepared(t);
  const seen = { old: 0, made: 0 };
  for (let at = 1; at <= calls; at += 1) {
    const folder = fresh();
    // As after a kill, no call is made any more: not even those that would tidy up.
    const restore = intercept(folder, (name, count) => {
      if (count >= at) throw refusal("EIO", name);
    });
    await writeOutputs([newOutput(folder)], false).finally(restore);
    await compareOutputs([newOutput(folder)], false);
    assert.deepEqual(remains(folder), [], `call ${at}`);
    const isNew = existsSync(join(folder, "docs/index.html"));
    assert.deepEqual(stateOf(folder), isNew ? made : old, `call ${at}`);
    seen[isNew ? "made" : "old"] += 1;
    if (isNew) continue;
    await writeOutputs([newOutput(folder)], false);
    assert.deepEqual(stateOf(folder), made, `call ${at}`);
  }
  assert.ok(seen.old > 10 && seen.made > 10, JSON.stringify(seen));
});

test("what somebody wrote between a kill and the next run is kept", async (t) => {
  const { calls, fresh } = await prepared(t);
  for (let at = 1; at <= calls; at += 1) {
    const folder = fresh();
    const restore = intercept(folder, (name, count) => {
      if (count >= at) throw refusal("EIO", name);
    });
    await writeOutputs([newOutput(folder)], false).finally(restore);
    addHandwork(folder);
    writeFileSync(join(folder, "runtime/gone.ts"), "by hand\n");
    await writeOutputs([newOutput(folder)], false);
    assert.match(stateOf(folder)["runtime/gone.ts"] ?? "", /by hand/, `call ${at}`);
    const kept = Object.entries(stateOf(folder)).filter(([, text]) => text.endsWith("edited\n"));
    assert.ok(kept.length > 0, `call ${at}`);
  }
});

function withoutRemains(state: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state).filter(([path]) => !/^\.openapi-errors\.(?:lock|.*\.tmp)\//.test(path)),
  );
}
