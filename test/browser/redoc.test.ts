import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launch, skip, watchedPage } from "./browser.js";
import { type DocsFolder, docsFolder } from "./docs-folder.js";

const generated = fileURLToPath(new URL("../../generated/", import.meta.url));
const apis = readdirSync(generated)
  .filter((id) => existsSync(join(generated, id, "errors.json")))
  .map((id) => ({ id, codes: codesOf(id) }));

// What is looked at in a page: the project has no types of a browser.
interface PageElement {
  readonly textContent: string;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}
declare const document: { querySelectorAll(selector: string): Iterable<PageElement> };
declare const innerHeight: number;

describe("the Redoc pages, opened from the disk", { skip, concurrency: 5 }, () => {
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

  for (const { id, codes } of apis) {
    test(`list every error of ${id}`, async () => {
      const { page, faults } = await watchedPage(browser);
      await page.goto(`${pageOf(id)}#/errors`);
      const rows = page.getByRole("row");
      for (const code of codes) await rows.getByText(code, { exact: true }).first().waitFor();
      assert.deepEqual(faults, []);
      await page.close();
    });

    test(`open at the section of a code of ${id}, by its link`, async () => {
      const { page, faults } = await watchedPage(browser);
      await page.goto(sectionOf(id, codes.at(-1)!));
      await untilShown(page, codes.at(-1)!);
      // The links of the others, followed in the page that is open.
      for (const code of codes) {
        await page.goto(sectionOf(id, code));
        await untilShown(page, code);
      }
      assert.deepEqual(faults, []);
      await page.close();
    });

    test(`find every code of ${id} by their search, and lead to it`, async () => {
      const { page, faults } = await watchedPage(browser);
      await page.goto(pageOf(id));
      await page.getByText("Ctrl+K").waitFor();
      await page.keyboard.press("Control+k");
      const found = (code: string) =>
        page.locator(`[data-component-name="Search/SearchItem"][href="#/errors/${code.toLowerCase()}"]`);
      for (const code of codes) {
        await page.locator("input:focus").fill(code);
        await found(code).first().waitFor();
      }
      await found(codes.at(-1)!).click();
      await untilShown(page, codes.at(-1)!);
      assert.equal(page.url(), sectionOf(id, codes.at(-1)!));
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

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

/** Waits until the code's heading can be seen without scrolling. */
async function untilShown(page: Page, code: string): Promise<void> {
  await page.waitForFunction((code) => {
    for (const heading of document.querySelectorAll("h1, h2, h3")) {
      const { top, bottom } = heading.getBoundingClientRect();
      if (heading.textContent.trim() === code && top >= 0 && bottom <= innerHeight) return true;
    }
    return false;
  }, code);
}

function codesOf(id: string): readonly string[] {
  const { errors } = JSON.parse(readFileSync(join(generated, id, "errors.json"), "utf8"));
  return (errors as { code: string }[]).map(({ code }) => code);
}
