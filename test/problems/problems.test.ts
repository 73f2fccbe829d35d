import assert from "node:assert/strict";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { committed } from "../support/repository.js";
import { cases, codesIn } from "./cases.js";

// UPDATE=1 rewrites what is expected: read the difference as a user would read the messages.
const update = process.env.UPDATE === "1";

/** A case of an overlay has one; one of a change has before.yaml, what the document was at the commit before it. */
function inHistory(t: TestContext, folder: string): { readonly cwd: string; readonly options: readonly string[] } {
  if (existsSync(join(folder, "overlay.yaml"))) return { cwd: folder, options: ["--overlay", "overlay.yaml"] };
  if (!existsSync(join(folder, "before.yaml"))) return { cwd: folder, options: [] };
  const cwd = temporaryFolder(t);
  copyFileSync(join(folder, "before.yaml"), join(cwd, "openapi.yaml"));
  committed(cwd);
  copyFileSync(join(folder, "openapi.yaml"), join(cwd, "openapi.yaml"));
  return { cwd, options: ["--against", "HEAD"] };
}

describe("a document that is wrong is answered with what is wrong, where, and what to type", together, () => {
  for (const { name, folder, expected, expectedFile } of cases)
    test(name, async (t) => {
      const { cwd, options } = inHistory(t, folder);
      const { status, stdout, stderr } = await startCli(["lint", "openapi.yaml", ...options], { cwd });
      if (update) writeFileSync(expectedFile, stdout);
      else assert.equal(stdout, expected);
      const stops = stdout.includes(": error: ") ? 1 : 0;
      assert.equal(status, codesIn(stdout).includes("file-unreadable") ? 2 : stops);
      assert.doesNotMatch(`${stdout}${stderr}`, /^\s+at .+:\d+:\d+/m, "a stack is for a defect of the tool");
    });
});
