import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { temporaryFolder, together } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { follow } from "./page.js";
import { blocksIn, fileOf, isFollowed, pages, root, textOf } from "./pages.js";

const quickStart = fileOf("docs/quick-start.md", "openapi.yaml");

describe("whoever follows a page gets what it says", together, () => {
  for (const page of pages) {
    if (!isFollowed(page)) continue;
    const blocks = blocksIn(page);
    test(page, (t) => {
      const folder = temporaryFolder(t);
      // The page says whose document it goes on with.
      if (!blocks.some(({ language, title }) => language === "yaml" && title !== undefined))
        writeFileSync(join(folder, "openapi.yaml"), quickStart);
      for (const { command, status, output, shown } of follow(blocks, folder)) {
        // A page that shows a problem shows how it ends.
        const fails = shown !== undefined && /\d: error: /.test(shown);
        assert.equal(status, fails ? 1 : 0, `${command}\n${output}`);
        if (shown !== undefined) assert.ok(output.includes(shown.trimEnd()), `${command} prints\n${output}`);
      }
      if (blocks.some(({ title }) => title?.endsWith(".ts")))
        assert.equal(compileStrictly(folder, { lib: ["es2022", "dom"] }), "");
    });
  }
});

test("every link of a page leads somewhere", () => {
  for (const page of pages) {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)];
    for (const [, link = ""] of links) assert.ok(existsSync(join(root, dirname(page), link)), `${page}: ${link}`);
  }
});
