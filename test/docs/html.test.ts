import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type DocsFolder, docsFolder } from "../browser/docs-folder.js";
import { changesPage } from "./changes-page.js";
import { htmlFindings } from "./html-findings.js";
import { codes, ownPages } from "./pages.js";

describe("the pages of the docs, as files", () => {
  let docs: DocsFolder;
  before(() => {
    docs = docsFolder();
  });
  after(() => docs?.remove());

  test("there is one for each code, called as the code is", () => {
    const pages = ownPages(docs.path).filter((path) => path.includes("/errors/"));
    assert.deepEqual(pages, codes.map(({ page }) => page).sort());
  });

  test("are valid HTML", async () => {
    for (const path of ownPages(docs.path))
      assert.deepEqual(await htmlFindings(readFileSync(join(docs.path, path), "utf8")), [], path);
    assert.deepEqual(await htmlFindings(changesPage()), [], "changes.html");
  });

  test("of codes are smaller than 30 KB each, with all that they need", () => {
    for (const { page } of codes) {
      const text = readFileSync(join(docs.path, page), "utf8");
      assert.ok(Buffer.byteLength(text) < 30_000, `${page}: ${Buffer.byteLength(text)}`);
      assert.doesNotMatch(text, /<(?:script|link|img|iframe)[^>]* (?:src|href)="(?!data:,")/, page);
    }
  });

  test("allow themselves one style and one script, by their hashes, and nothing else", () => {
    for (const path of ownPages(docs.path)) {
      const text = readFileSync(join(docs.path, path), "utf8");
      const [, policy = ""] = text.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/) ?? [];
      assert.match(
        policy,
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; (?:script-src 'sha256-[\w+/]{43}='; )?img-src data:; base-uri 'none'; form-action 'none'$/,
        path,
      );
    }
  });
});
