import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { temporaryFolder } from "../support/cli.js";
import { anyActs, lostBy } from "./never-lost.js";

test("nothing that a person wrote is lost, whatever runs come between, and wherever they are killed", async (t) => {
  const root = temporaryFolder(t);
  let count = 0;
  const nextFolder = () => {
    count += 1;
    return join(root, String(count));
  };
  await fc.assert(
    fc.asyncProperty(anyActs, async (acts) => {
      const folder = nextFolder();
      mkdirSync(folder);
      assert.deepEqual(await lostBy(acts, folder), []);
      rmSync(folder, { recursive: true });
    }),
    // The same sequences each time; `npm run bench:faults` makes others.
    { numRuns: 100, seed: 3, includeErrorInReport: true },
  );
});
