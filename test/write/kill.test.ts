import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { temporaryFolder, together } from "../support/cli.js";
import { beforeKill, stateAfterKill, stateAfterRace } from "./killed.js";

describe("processes that end, and that come together", together, () => {
  test("a process killed at a call to the file system: a check finds all as it was, or all new", async (t) => {
    const folder = join(temporaryFolder(t), "shop");
    mkdirSync(folder);
    const { old, made, calls } = await beforeKill(folder);
    assert.ok(calls > 50, String(calls));
    // All of them: test/bench/faults.ts. The last ones are those that move.
    for (const at of [0.5, 0.7, 0.8, 0.9].map((part) => Math.round(calls * part))) {
      const { state, left } = await stateAfterKill(folder, at);
      assert.deepEqual(left, []);
      assert.ok(isDeepStrictEqual(state, old) || isDeepStrictEqual(state, made), `call ${at} of ${calls}`);
    }
  });

  test("ten runs at once: all that is there at the end is of one of them", async (t) => {
    const folder = join(temporaryFolder(t), "shop");
    mkdirSync(folder);
    const { old, made } = await beforeKill(folder);
    const { state, left, failed } = await stateAfterRace(folder);
    assert.deepEqual(failed, []);
    assert.deepEqual(left, []);
    assert.ok(isDeepStrictEqual(state, old) || isDeepStrictEqual(state, made));
  });
});
