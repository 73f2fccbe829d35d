import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { codes, ownPages, programsIn } from "../docs/pages.js";
import { launch, sidewaysScroll, skip, watchedPage } from "./browser.js";
import { type DocsFolder, docsFolder } from "./docs-folder.js";

describe("the page of a code, opened from the disk", { skip }, () => {
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

  test("each leads to the codes before and after it, says nothing is wrong, and does not scroll sideways on a phone", async () => {
    const { page, faults } = await watchedPage(browser, { viewport: { width: 375, height: 800 } });
    for (const [index, { api, code, page: path }] of codes.entries()) {
      await page.goto(urlOf(path));
      assert.equal(await page.locator("h1").textContent(), code);
      assert.equal(await sidewaysScroll(page), 0, path);
      const links = await page
        .locator(".beside a")
        .evaluateAll((all) => all.map((link) => [Reflect.get(link, "rel"), Reflect.get(link, "href")]));
      const beside = [
        ["prev", codes[index - 1]],
        ["next", codes[index + 1]],
      ] as const;
      const own = beside.flatMap(([rel, other]) => (other?.api === api ? [[rel, urlOf(other.page)]] : []));
      assert.deepEqual(links, own, path);
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("the matrices and the index do not scroll sideways on a phone either", async () => {
    const { page, faults } = await watchedPage(browser, { viewport: { width: 375, height: 800 } });
    for (const path of ownPages(docs.path).filter((path) => !path.includes("/errors/"))) {
      await page.goto(urlOf(path));
      assert.equal(await sidewaysScroll(page), 0, path);
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("each program is copied by its button, as it is", async () => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    const path = "momail/errors/RATE_LIMIT_EXCEEDED.html";
    await page.goto(urlOf(path));
    const programs = programsIn(readFileSync(join(docs.path, path), "utf8"));
    assert.deepEqual([...programs.keys()], ["TypeScript", "Python", "curl"]);
    for (const [language, program] of programs) {
      await page.getByRole("button", { name: `Copy ${language}` }).click();
      await page
        .getByRole("button", { name: `Copy ${language}` })
        .getByText("Copied")
        .waitFor();
      assert.equal(await page.evaluate("navigator.clipboard.readText()"), program);
    }
    await context.close();
  });

  test("where the clipboard is closed, the button selects the program to be copied by hand", async () => {
    const page = await browser.newPage();
    await page.goto(urlOf("momail/errors/MAILBOX_QUOTA.html"));
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))");
    await page.getByRole("button", { name: "Copy curl" }).click();
    await page.getByText("Selected").waitFor();
    assert.match(String(await page.evaluate("getSelection().toString()")), /^curl -i -X POST 'https:[^']+'$/);
    await page.close();
  });

  test("leads into Redoc, to the section of the code and to an operation, and Redoc shows them", async () => {
    const { page, faults } = await watchedPage(browser);
    await page.goto(urlOf("momail/errors/MAILBOX_QUOTA.html"));
    await page.locator(".facts a").click();
    await untilHeadingInView(page, "MAILBOX_QUOTA");
    await page.goto(urlOf("momail/errors/MAILBOX_QUOTA.html"));
    await page.locator(".operations a").click();
    await untilHeadingInView(page, "Create a mailbox");
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("tells a code from the others of its status, by links", async () => {
    const page = await browser.newPage();
    await page.goto(urlOf("momail/errors/MAILBOX_QUOTA.html"));
    await page.getByRole("region", { name: "Distinct from" }).getByRole("link", { name: "FORBIDDEN" }).click();
    assert.equal(await page.locator("h1").textContent(), "FORBIDDEN");
    await page.close();
  });

  test("is whole without JavaScript: the meaning, what to do, the answer and the programs", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(urlOf("momail/errors/MAILBOX_QUOTA.html"));
    for (const text of ["You have as many mailboxes", "Move to a larger plan", "Do not retry.", "403 Forbidden"])
      assert.ok(await page.locator("dl.glance").getByText(text).first().isVisible(), text);
    assert.equal(await page.locator("pre").filter({ visible: true }).count(), 4);
    assert.equal(await page.getByRole("button").count(), 0, "no button that does nothing");
    await context.close();
  });

  function urlOf(path: string): string {
    return pathToFileURL(join(docs.path, path)).href;
  }
});

async function untilHeadingInView(page: Page, heading: string): Promise<void> {
  const found = page.locator("h1, h2, h3").filter({ hasText: heading }).first();
  await found.waitFor();
  await page.waitForFunction(
    (element) => {
      const { top, bottom } = (element as unknown as DomRect).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    },
    await found.elementHandle(),
  );
}

// The project has no types of a browser.
interface DomRect {
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}
declare const innerHeight: number;
