import assert from "node:assert/strict";
import { renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { projectFolder } from "./project.js";

test(
  "a link that leads to itself, where a file was, is told as by a run that remembers nothing",
  together,
  async (t) => {
    const folder = projectFolder(t);
    const run = (...args: string[]) => startCli(["generate", "--check", ...args], { cwd: folder });
    await startCli(["generate"], { cwd: folder });
    assert.equal((await run()).status, 0);
    for (const name of ["tsconfig.json", "redocly.yaml", "apis/first.yaml", "generated/first/codes.ts"]) {
      const path = join(folder, name);
      renameSync(path, `${path}.aside`);
      symlinkSync(basename(path), path);
      const [remembered, anew] = [await run(), await run("--no-cache")];
      assert.deepEqual(remembered, anew, name);
      assert.doesNotMatch(remembered.stderr, /\bstat\b/, name);
      rmSync(path);
      renameSync(`${path}.aside`, path);
    }
  },
);
