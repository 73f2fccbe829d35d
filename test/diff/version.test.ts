import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Document as YamlDocument } from "yaml";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { limit } from "./edits.js";
import { type Document, replaced, shop } from "./shop.js";

const nothing = (document: Document) => document;
const breaks = (document: Document) => replaced(document, "order_limit", "orders_full");
const weighs = (document: Document) => {
  delete limit(document).properties.since;
  return document;
};
const adds = (document: Document) => {
  delete document.paths["/orders/{id}"].delete;
  return document;
};

describe("--check-version", together, () => {
  for (const [name, from, edit, to, asks] of [
    ["nothing has changed", "1.4.0", nothing, "1.4.0", undefined],
    ["a break keeps the version", "1.4.0", breaks, "1.4.0", "`2.0.0`"],
    ["a break raises the minor", "1.4.0", breaks, "1.5.0", "`2.0.0`"],
    ["a break raises the major", "1.4.0", breaks, "2.0.0", undefined],
    ["more than was asked for", "1.4.0", breaks, "3.1.0", undefined],
    ["below 1.0.0 a break raises the minor", "0.4.0", breaks, "0.5.0", undefined],
    ["below 1.0.0 a break raises the patch", "0.4.0", breaks, "0.4.1", "`0.5.0`"],
    ["a warning raises the patch", "1.4.0", weighs, "1.4.1", "`1.5.0`"],
    ["a prerelease of what is asked for", "1.4.0", breaks, "2.0.0-rc.1", undefined],
    ["dates that differ", "2026-11-01", breaks, "2026-11-26", undefined],
    ["a date that stays", "2026-11-01", breaks, "2026-11-01", "another one"],
    ["a lower version", "1.4.0", nothing, "1.3.0", "`1.4.0`"],
    ["a note raises the patch", "1.4.0", adds, "1.4.1", undefined],
  ] as const)
    test(name, async (t) => {
      const folder = temporaryFolder(t);
      const write = (file: string, document: Document, version: string) => {
        document.info.version = version;
        writeFileSync(join(folder, file), new YamlDocument(document).toString());
      };
      write("old.yaml", shop(), from);
      write("new.yaml", edit(shop()), to);
      const args = ["diff", "old.yaml", "new.yaml", "--fail-on", "none", "--check-version"];
      const { status, stderr } = await startCli(args, { cwd: folder });
      assert.equal(status, asks === undefined ? 0 : 1, stderr);
      if (asks === undefined) return assert.equal(stderr, "");
      assert.match(stderr, /^new\.yaml:4:3: error: .*\(version-too-low\)\n {2}4 \| .*\n.*\n {2}fix: write `version: /);
      assert.ok(stderr.includes(`what changed since \`${from}\` asks for ${asks} (`), stderr);
    });
});
