import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launch, skip, untilShown, watchedPage } from "./browser.js";
import { type DocsFolder, docsFolder } from "./docs-folder.js";

const generated = fileURLToPath(new URL("../../generated/", import.meta.url));
const apis = readdirSync(generated)
  .filter((id) => existsSync(join(generated, id, "errors.json")))
  .map((id) => ({ id, codes: codesOf(id) }));

describe("the Redoc pages, opened from the disk", { skip, concurrency: 2 }, () => {
  let browser: Browser;
  let docs: DocsFolder;
  before(async () => {
    docs = docsFolder();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    docs?.remove();
  });

  for (const { id, codes } of apis)
    test(`open at each code of ${id} by its link, list it, and find it by their search`, async () => {
      const { page, faults } = await watchedPage(browser);
      const last = codes.at(-1)!;
      await page.goto(sectionOf(id, last));
      await untilShown(page, last);
      // The links of the others, followed in the page that is open.
      for (const code of codes) {
        await page.goto(sectionOf(id, code));
        await untilShown(page, code);
      }

      await page.goto(`${pageOf(id)}#/errors`);
      const rows = page.getByRole("row");
      for (const code of codes) await rows.getByText(code, { exact: true }).first().waitFor();

      await page.keyboard.press("Control+k");
      const found = (code: string) =>
        page.locator(`[data-component-name="Search/SearchItem"][href="#/errors/${code.toLowerCase()}"]`);
      for (const code of codes) {
        await page.locator("input:focus").fill(code);
        await found(code).first().waitFor();
      }
      await found(last).click();
      await untilShown(page, last);
      assert.equal(page.url(), sectionOf(id, last));
      assert.deepEqual(faults, []);
      await page.close();
    });

  function urlOf(path: string): string {
    return pathToFileURL(join(docs.path, path)).href;
  }

  function pageOf(id: string): string {
    return urlOf(`${id}/index.html`);
  }

  function sectionOf(id: string, code: string): string {
    return `${pageOf(id)}#/errors/${code.toLowerCase()}`;
  }
});

function codesOf(id: string): readonly string[] {
  const { errors } = JSON.parse(readFileSync(join(generated, id, "errors.json"), "utf8"));
  return (errors as { code: string }[]).map(({ code }) => code);
}
