import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { runCli } from "../support/cli.js";
import { codes, hostileDocument } from "../support/hostile-document.js";
import { launch, sidewaysScroll, skip, untilShown, watchedPage } from "./browser.js";
import { type DocsFolder, docsFolder } from "./docs-folder.js";
import { linksDocument, operations, sharedDocument } from "./redoc-documents.js";

const momail = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../generated/momail/errors.json", import.meta.url)), "utf8"),
);

describe("what stands in a Redoc page", { skip }, () => {
  let browser: Browser;
  let docs: DocsFolder;
  let folder: string;
  before(async () => {
    docs = docsFolder();
    folder = mkdtempSync(join(tmpdir(), "openapi-errors-redoc-"));
    writeFileSync(join(folder, "hostile.json"), hostileDocument());
    writeFileSync(join(folder, "shared.json"), sharedDocument());
    writeFileSync(join(folder, "links.json"), linksDocument());
    const args = ["generate", "hostile.json", "shared.json", "links.json", "--emit", "docs"];
    const { status, stderr } = runCli(args, { cwd: folder });
    assert.equal(status, 0, stderr);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    docs?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, width = 1280) {
    const watched = await watchedPage(browser, { viewport: { width, height: 900 } });
    await watched.page.goto(urlOf(path));
    return watched;
  }

  function urlOf(path: string): string {
    const [file = "", hash = ""] = path.split("#");
    const root = file.startsWith("momail/") ? docs.path : join(folder, "generated/docs");
    return `${pathToFileURL(join(root, file)).href}#${hash}`;
  }

  test("begins with how errors look, statuses, retry and code, each under a heading with a link of its own", async () => {
    const { page, faults } = await open("momail/index.html#/section/handling-errors/when-to-retry");
    await page.getByRole("heading", { name: "When to retry" }).waitFor();
    assert.equal(new URL(page.url()).hash, "#/section/handling-errors/when-to-retry");
    for (const heading of ["", "/how-errors-look", "/statuses", "/when-to-retry", "/errors-in-code"])
      await page.locator(`[id="section/handling-errors${heading}"]`).waitFor();
    for (const pointer of ["/error/code", "/error/message", "/error/details", "X-Request-Id"])
      await page.getByRole("cell", { name: pointer }).first().waitFor();
    const rowOf = (text: string) => page.getByRole("row").filter({ hasText: text });
    await rowOf("422").getByText("EMAIL_TAKEN").waitFor({ state: "detached" });
    await rowOf("409").getByText("EMAIL_TAKEN").waitFor();
    await rowOf("after-delay").getByText("RATE_LIMIT_EXCEEDED").waitFor();
    const code = (await page.locator("pre").allTextContents()).join("\n");
    assert.match(code, /import \{ errorFrom, isError \} from ".\/generated\/momail\/index.js"/);
    assert.match(code, /from generated\.momail\.errors import/);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("shows at an operation every code that it may answer, with a link to each", async () => {
    const { page, faults } = await open("momail/index.html#/mailboxes/createmailbox");
    const operation = momail.operations.find(({ id }: { id: string }) => id === "createMailbox");
    const expected: string[] = operation.responses.flatMap(({ codes }: { codes: string[] }) => codes);
    assert.deepEqual(
      await linksOf(page, "LOCAL_TOO_SHORT"),
      expected.map((code) => `#/errors/${code.toLowerCase()}`),
    );
    assert.equal(expected.length, new Set(expected).size);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("shows codes and examples as well where an operation and its responses are given by reference", async () => {
    const { page, faults } = await open("shared/matrix.html");
    await page.getByRole("link", { name: "GET /things/{id}" }).click();
    assert.deepEqual(await linksOf(page, "too_late"), ["#/errors/too_early", "#/errors/too_late"]);
    await page.getByText("409", { exact: true }).last().click();
    for (const text of ["It begins later.", "It is over."])
      await page.getByRole("option", { name: text }).or(page.getByText(text)).first().waitFor({ state: "attached" });
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("leads to every operation, whatever its tag and its id are, from outside and from the section of a code", async () => {
    const { page, faults } = await open("links/matrix.html");
    const links = page.locator("tbody th a");
    assert.equal(await links.count(), operations.length);
    for (const [index, [name]] of operations.entries()) {
      await page.goto(urlOf("links/matrix.html"));
      await links.nth(index).click();
      await untilShown(page, name);
    }
    const [first] = operations.toReversed();
    await page.goto(urlOf("links/index.html#/errors/gone"));
    await page.locator('a[href="#operation/POST%20%2Fd"]').click();
    await untilShown(page, first![0]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("leads from the section of a code to its page, and with a new tab as well", async () => {
    const { page, faults } = await open("momail/index.html#/errors/email_taken");
    const own = page
      .getByRole("link", { name: "A page of this error alone" })
      .and(page.locator('[href*="EMAIL_TAKEN"]'));
    const [tab] = await Promise.all([page.context().waitForEvent("page"), own.click({ modifiers: ["ControlOrMeta"] })]);
    await tab.waitForLoadState();
    assert.match(tab.url(), /\/momail\/errors\/EMAIL_TAKEN\.html$/);
    await own.click();
    await page.waitForURL(/\/momail\/errors\/EMAIL_TAKEN\.html$/);
    assert.deepEqual(faults, []);
    await Promise.all([tab.close(), page.close()]);
  });

  test("is worked by the keyboard alone: Tab and Enter in the navigation, Ctrl+K and Enter to a code", async () => {
    const { page, faults } = await open("momail/index.html");
    await page.getByText("Ctrl+K").waitFor();
    const focused = page.locator("a:focus");
    for (let presses = 0; presses < 10 && (await hrefOf(focused)) !== "#/errors"; presses += 1)
      await page.keyboard.press("Tab");
    assert.equal(await hrefOf(focused), "#/errors");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/errors$/);
    await page.getByRole("heading", { name: /Errors$/ }).waitFor();

    await page.keyboard.press("Control+k");
    await page.locator("input:focus").waitFor();
    await page.keyboard.type("MAILBOX_QUOTA");
    await page.locator('[data-component-name="Search/SearchItem"][href="#/errors/mailbox_quota"]').first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/.*mailbox/i);
    assert.deepEqual(faults, []);
    await page.close();
  });

  for (const width of [1280, 390])
    test(`keeps hostile texts in their places, ${width} pixels wide`, async () => {
      const { page, faults } = await open("hostile/index.html", width);
      for (const heading of ["how-errors-look", "statuses", "when-to-retry", "errors-in-code"])
        await page.locator(`[id="section/handling-errors/${heading}"]`).waitFor();
      for (const code of codes) {
        await page.goto(urlOf(`hostile/index.html#/errors/${code.toLowerCase()}`));
        await page.locator("h2", { hasText: new RegExp(`^${code}$`) }).waitFor();
        await page.getByText("What to do").first().waitFor();
        // In the descriptions of the document and of its operation, headings belong.
        assert.ok((await page.locator("h1, h2, h3", { hasText: /^Heading$/ }).count()) <= 2);
        assert.equal(await page.evaluate(() => Reflect.get(globalThis, "owned")), undefined);
        const wide = await sidewaysScroll(page);
        assert.ok(wide <= 0, `${code} is ${wide} pixels too wide`);
        assert.equal(await page.locator('a[href^="javascript:" i]').count(), 0);
        assert.deepEqual(faults, [], code);
      }
      await page.close();
    });
});

/** Where the codes in the list of an operation's errors lead, found by one of them. */
async function linksOf(page: Page, code: string): Promise<string[]> {
  const list = page.locator("ul").filter({ hasText: code }).first();
  await list.waitFor();
  const links = await list.locator("a").evaluateAll((all) => all.map((a) => String(Reflect.get(a, "href"))));
  return links.map((link) => new URL(link).hash);
}

async function hrefOf(link: ReturnType<Page["locator"]>): Promise<string | null> {
  return (await link.count()) === 0 ? null : link.getAttribute("href");
}
