import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { apis, codes } from "../docs/pages.js";
import { launch, skip, watchedPage } from "./browser.js";
import { type DocsFolder, docsFolder } from "./docs-folder.js";

describe("the index of the docs, opened from the disk", { skip }, () => {
  let browser: Browser;
  let docs: DocsFolder;
  let faults: string[];
  let page: Page;
  before(async () => {
    docs = docsFolder();
    browser = await launch();
    ({ page, faults } = await watchedPage(browser));
  });
  after(async () => {
    await browser?.close();
    docs?.remove();
  });

  test("links to the page of every code, and to the reference and the matrix of every API; all of them are there", async () => {
    await open();
    const links = await page.locator("a").evaluateAll((all) => all.map((link) => String(Reflect.get(link, "href"))));
    const pages = apis.flatMap((id) => [`${id}/index.html`, `${id}/matrix.html`]);
    assert.deepEqual(links.sort(), [...pages, ...codes.map((code) => code.page)].map(urlOf).sort());
    for (const link of links) assert.ok(existsSync(new URL(link)), link);
    assert.deepEqual(faults, []);
  });

  test("finds every code of every API, among the first, and leads to its page", async () => {
    await open();
    for (const { code, page: path } of codes) {
      const namesakes = codes.filter((other) => other.code.toLowerCase() === code.toLowerCase());
      await page.locator("#query").fill(code);
      const found = await shown();
      assert.ok(found.slice(0, namesakes.length).includes(urlOf(path)), `${code}: ${found.slice(0, 5)}`);
    }
    const { code, page: last } = codes.at(-1)!;
    await page.locator(`#results a[href="${last}"]`).click();
    assert.equal(page.url(), urlOf(last));
    assert.equal(await page.locator("h1").textContent(), code);
    assert.deepEqual(faults, []);
  });

  /** What somebody has at hand, and the code that they mean. */
  const searches: readonly (readonly [typed: string, meant: string])[] = [
    ["mailb q", "momail/errors/MAILBOX_QUOTA.html"],
    ["429 momail", "momail/errors/RATE_LIMIT_EXCEEDED.html"],
    ["tenant ceiling", "tenantcore/errors/tenant_limit_reached.html"],
    ["inbox_limit_reached", "inbox/errors/http_402.html"],
    ["quotta used up", "momail/errors/MAILBOX_QUOTA.html"],
    ["PremiumTheme", "themes/errors/theme_premium_required.html"],
  ];

  for (const [typed, meant] of searches)
    test(`finds, in a few keys, what is meant by: ${typed}`, async () => {
      await open();
      await page.locator("#query").fill(typed);
      assert.equal((await shown())[0], urlOf(meant));
    });

  test("filters by API, status, category and retry; the address says it all, and brings it back", async () => {
    await open();
    await page.locator("#api").selectOption("momail");
    assert.equal((await shown()).length, codes.filter(({ api }) => api === "momail").length);
    await page.locator("#status").selectOption("403");
    await page.locator("#category").selectOption("quota");
    await page.locator("#retry").selectOption("never");
    await page.locator("#query").fill("mail");
    assert.deepEqual(await shown(), [urlOf("momail/errors/MAILBOX_QUOTA.html")]);
    const address = page.url();
    assert.equal(new URL(address).hash, "#q=mail&api=momail&status=403&category=quota&retry=never");

    await page.goto("about:blank");
    await page.goto(address);
    assert.deepEqual(await shown(), [urlOf("momail/errors/MAILBOX_QUOTA.html")]);
    assert.equal(await page.locator("#found").textContent(), "1 found");
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal(page.url(), urlOf("index.html"));
    assert.ok(await page.locator("#all").isVisible());
  });

  test("says so where nothing is found", async () => {
    await open();
    await page.locator("#query").fill("zzzzzz");
    assert.equal(await page.locator("#found").textContent(), "Nothing found");
    assert.deepEqual(await shown(), []);
  });

  test("is worked by the keyboard alone: / to search, arrows to walk, Enter to open", async () => {
    await open();
    await page.keyboard.press("/");
    await page.keyboard.type("rate");
    const [first, second] = await shown();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), second);
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), first);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(first!);
    await page.keyboard.press("/");
    await page.waitForURL((url) => url.pathname.endsWith("/index.html"));
    assert.deepEqual(faults, []);
  });

  test("lists everything without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(urlOf("index.html"));
    for (const { page: path } of codes) assert.ok(await plain.locator(`a[href="${path}"]`).isVisible(), path);
    assert.equal(await plain.locator("#search").isVisible(), false);
    await context.close();
  });

  async function open(): Promise<void> {
    await page.goto("about:blank");
    await page.goto(urlOf("index.html"));
  }

  /** The links that the search found, in their order. */
  function shown(): Promise<string[]> {
    return page.locator("#results a").evaluateAll((all) => all.map((link) => String(Reflect.get(link, "href"))));
  }

  function focused(): Promise<string> {
    return page.locator(":focus").evaluate((link) => String(Reflect.get(link, "href")));
  }

  function urlOf(path: string): string {
    return pathToFileURL(join(docs.path, path)).href;
  }
});
