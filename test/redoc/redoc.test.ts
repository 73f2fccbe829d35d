import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launch, skip, watchedPage } from "../browser/browser.js";
import { codes, hostileDocument } from "../reference/hostile-document.js";
import { runCli } from "../support/cli.js";

const momail = fileURLToPath(new URL("../../spec/momail.yaml", import.meta.url));

// What is looked at in a page: the project has no types of a browser.
declare const document: { readonly documentElement: { readonly scrollWidth: number }; readonly title: string };
declare const innerWidth: number;

describe("the Redoc page", { skip }, () => {
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "openapi-errors-redoc-"));
    writeFileSync(join(folder, "hostile.json"), hostileDocument());
    const args = ["generate", momail, "hostile.json", "--emit", "docs"];
    const { status, stderr } = runCli(args, { cwd: folder });
    assert.equal(status, 0, stderr);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, width = 1280) {
    const watched = await watchedPage(browser);
    await watched.page.setViewportSize({ width, height: 900 });
    const [file = "", hash = ""] = path.split("#");
    await watched.page.goto(`${pathToFileURL(join(folder, "generated/docs", file)).href}#${hash}`);
    return watched;
  }

  test("begins with how errors look, statuses, retry and code, each under a heading with a link of its own", async () => {
    const { page, faults } = await open("momail/index.html");
    const headings = [
      "handling-errors",
      ...["how-errors-look", "statuses", "when-to-retry", "errors-in-code"].map((h) => `handling-errors/${h}`),
    ];
    for (const heading of headings) await page.locator(`[id="section/${heading}"]`).waitFor();
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

    const linked = await open("momail/index.html#/section/handling-errors/when-to-retry");
    await linked.page.getByRole("heading", { name: "When to retry" }).waitFor();
    assert.equal(new URL(linked.page.url()).hash, "#/section/handling-errors/when-to-retry");
    await Promise.all([page.close(), linked.page.close()]);
  });

  test("shows at an operation every code that it may answer, with a link and an example of each", async () => {
    const { page, faults } = await open("momail/index.html#/mailboxes/createmailbox");
    const errors = JSON.parse(
      readFileSync(fileURLToPath(new URL("../../generated/momail/errors.json", import.meta.url)), "utf8"),
    );
    const operation = errors.operations.find(({ id }: { id: string }) => id === "createMailbox");
    const expected: string[] = operation.responses.flatMap(({ codes }: { codes: string[] }) => codes);
    const list = page.locator("ul").filter({ hasText: "422" }).filter({ hasText: "LOCAL_TOO_SHORT" });
    await list.first().waitFor();
    const links = await list
      .first()
      .locator("a")
      .evaluateAll((all) => all.map((a) => String(Reflect.get(a, "href"))));
    assert.deepEqual(
      links.map((link) => new URL(link).hash),
      expected.map((code) => `#/errors/${code.toLowerCase()}`),
    );
    assert.equal(expected.length, new Set(expected).size);
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("leads from the section of a code to its page, and with a new tab as well", async () => {
    const { page, faults } = await open("momail/index.html#/errors/email_taken");
    const link = page.getByRole("link", { name: "A page of this error alone" });
    await page.getByRole("heading", { name: "EMAIL_TAKEN" }).waitFor();
    const hrefs = await link.evaluateAll((all) => all.map((a) => String(Reflect.get(a, "href"))));
    assert.ok(
      hrefs.some((href) => href.endsWith("/momail/errors/EMAIL_TAKEN.html")),
      hrefs.join(),
    );
    const own = page.locator('a[href="errors/EMAIL_TAKEN.html"]');
    const [tab] = await Promise.all([page.context().waitForEvent("page"), own.click({ modifiers: ["ControlOrMeta"] })]);
    await tab.waitForLoadState();
    assert.match(tab.url(), /\/momail\/errors\/EMAIL_TAKEN\.html$/);
    await own.click();
    await page.waitForURL(/\/momail\/errors\/EMAIL_TAKEN\.html$/);
    assert.deepEqual(faults, []);
    await Promise.all([tab.close(), page.close()]);
  });

  for (const width of [1280, 390])
    test(`keeps hostile texts in their places, ${width} pixels wide`, async () => {
      const { page, faults } = await open("hostile/index.html", width);
      for (const heading of ["how-errors-look", "statuses", "when-to-retry", "errors-in-code"])
        await page.locator(`[id="section/handling-errors/${heading}"]`).waitFor();
      for (const code of codes) {
        const section = await open(`hostile/index.html#/errors/${code.toLowerCase()}`, width);
        await section.page.locator("h2", { hasText: new RegExp(`^${code}$`) }).waitFor();
        await section.page.getByText("What to do").first().waitFor();
        // One is in the description of the document, where headings belong.
        assert.ok((await section.page.locator("h1, h2, h3", { hasText: /^Heading$/ }).count()) <= 1);
        assert.equal(await section.page.evaluate(() => Reflect.get(globalThis, "owned")), undefined);
        const wide = await section.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${code} is ${wide} pixels too wide`);
        assert.equal(await section.page.locator('a[href^="javascript:" i]').count(), 0);
        assert.deepEqual(section.faults, [], code);
        await section.page.close();
      }
      assert.deepEqual(faults, []);
      await page.close();
    });
});
