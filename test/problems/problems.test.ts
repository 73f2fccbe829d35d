import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { cases, codesIn } from "./cases.js";

// UPDATE=1 rewrites what is expected: read the difference as a user would read the messages.
const update = process.env.UPDATE === "1";

/** A case of an overlay has one. */
function overlayOf(folder: string): string[] {
  return existsSync(join(folder, "overlay.yaml")) ? ["--overlay", "overlay.yaml"] : [];
}

describe("a document that is wrong is answered with what is wrong, where, and what to type", together, () => {
  for (const { name, folder, expected, expectedFile } of cases)
    test(name, async () => {
      const { status, stdout, stderr } = await startCli(["lint", "openapi.yaml", ...overlayOf(folder)], {
        cwd: folder,
      });
      if (update) writeFileSync(expectedFile, stdout);
      else assert.equal(stdout, expected);
      const stops = stdout.includes(": error: ") ? 1 : 0;
      assert.equal(status, codesIn(stdout).includes("file-unreadable") ? 2 : stops);
      assert.doesNotMatch(`${stdout}${stderr}`, /^\s+at .+:\d+:\d+/m, "a stack is for a defect of the tool");
    });
});
