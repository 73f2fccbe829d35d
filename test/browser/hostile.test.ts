import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { htmlFindings } from "../docs/html-findings.js";
import { ownPages } from "../docs/pages.js";
import { runCli } from "../support/cli.js";
import { launch, sidewaysScroll, skip, watchedPage } from "./browser.js";

/** What ends a tag, an attribute, a script or a comment, loads something, moves text around, or does not fit. */
const hostile = [
  ...["<script>pwned()</script>", "</script><script>pwned()</script>", "<!--<script>", "</style><style>*{color:red}"],
  ...["<img src=x onerror=pwned()>", '"><svg onload=pwned()>', "' onmouseover='pwned()", "]]>", "-->"],
  ...["[a](javascript:pwned())", "[b](JaVaScRiPt&colon;pwned())", "<javascript:pwned()>", "[c](data:text/html,x)"],
  ...["![d](https://evil.example/d.png)", "[e]: javascript:pwned()", "[f](vbscript:pwned())", "&#106;avascript:x"],
  ...["| a | b |\n|---|---|\n| c | d |", "```html\n<b>\n```", "{% if pwned %}", "{{pwned}}", "# A heading", "---"],
  ...["x".repeat(300), "\u202eabc", "שלום עולם", "مرحبا بالعالم", "👩‍👩‍👧‍👦 🏳️‍🌈", "a\u2028b", "\u0000\u001b[2J"],
  ...["__proto__", "constructor", "../../../etc/passwd", "con", "NUL.txt", "a b/c\\d:e*f?g", "name.", ".hidden"],
  ...["Not_Found", "NOT_FOUND", "not_found", "k\u212a", "kk", "ﬁle", "file"],
];
const prose = hostile.join("\n\n");

describe("no text of a document is more than text in its docs", { skip }, () => {
  let browser: Browser;
  let folder: string;
  let pages: string[];
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-")));
    writeFileSync(join(folder, "openapi.json"), hostileDocument());
    const { status, stderr } = runCli(["generate", "openapi.json", "--emit", "docs", "--output", "out"], {
      cwd: folder,
    });
    assert.equal(status, 0, stderr);
    pages = ownPages(join(folder, "out/docs"));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("each code has a page of its own, by a name that any file system takes", () => {
    const names = pages.filter((path) => path.includes("/errors/")).map((path) => basename(path, ".html"));
    assert.equal(names.length, hostile.length);
    assert.equal(new Set(names.map((name) => name.normalize("NFKC").toLowerCase())).size, names.length);
    for (const name of names) assert.match(name, /^(?!(?:con|nul)(?:\.|$))[\w-][\w.-]{0,90}(?<!\.)$/i);
    assert.ok(names.includes("file"), "an ordinary name stays as it is");
  });

  test("nothing runs, nothing is loaded, no link leads to code, and the layout holds on a phone", async () => {
    const { page, faults } = await watchedPage(browser, { viewport: { width: 375, height: 800 } });
    await page.addInitScript("globalThis.pwned = () => { globalThis.wasPwned = true; };");
    for (const path of pages) {
      await page.goto(urlOf(path));
      assert.equal(await page.evaluate("globalThis.wasPwned"), undefined, path);
      assert.equal(await sidewaysScroll(page), 0, path);
      const markup = "img, iframe, svg, object, style ~ style, script[src], [onerror], [onload], [onmouseover]";
      assert.equal(await page.locator(markup).count(), 0, path);
      const links = await page
        .locator("a")
        .evaluateAll((all) => all.map((link) => String(Reflect.get(link, "protocol"))));
      assert.deepEqual(
        [...new Set(links)].filter((protocol) => !["file:", "https:"].includes(protocol)),
        [],
        path,
      );
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

  test("each text is there to be read", async () => {
    const { page } = await watchedPage(browser);
    await page.goto(urlOf(pages.find((path) => path.endsWith("/file.html"))!));
    const meaning = (await page.locator("dl.glance dd").first().textContent()) ?? "";
    for (const text of [
      "<script>pwned()</script>",
      "[a](javascript:pwned())",
      "{% if pwned %}",
      "{{pwned}}",
      "שלום עולם",
    ])
      assert.ok(meaning.includes(text), text);
    assert.equal(
      await page.locator("dl.glance dd").first().locator("table").count(),
      1,
      "a table of Markdown is a table",
    );
    await page.goto(urlOf("index.html"));
    const shown = await page.locator("#all li code").allTextContents();
    for (const code of hostile.filter((code) => !/[\u0000-\u001f\n\u202e]/.test(code)))
      assert.ok(shown.includes(code), code);
    await page.locator("#query").fill("<script>pwned()");
    assert.ok((await page.locator("#results li").count()) > 0);
    await page.close();
  });

  test("the pages are valid HTML", async () => {
    for (const path of pages)
      assert.deepEqual(await htmlFindings(readFileSync(join(folder, "out/docs", path), "utf8")), [], path);
  });

  function urlOf(path: string): string {
    return pathToFileURL(join(folder, "out/docs", path)).href;
  }
});

/** One error for each text, which is its code, and stands wherever else an error has text. */
function hostileDocument(): string {
  const otherThan = (index: number) => hostile[(index + 1) % hostile.length];
  const schemas = hostile.map((code, index) => [
    `Component${index}`,
    {
      title: code,
      description: prose,
      "x-error": { causes: [code, prose], resolution: prose, group: code, since: code, replacedBy: otherThan(index) },
      type: "object",
      required: ["code", "message", "details"],
      properties: {
        code: { const: code },
        message: { type: "string" },
        details: {
          type: "object",
          description: prose,
          required: [code],
          properties: { [code]: { type: "string", description: prose } },
        },
      },
    },
  ]);
  const body = (code: string) => ({ code, message: prose, details: Object.fromEntries([[code, prose]]) });
  const examples = hostile.map((code) => [code, { summary: code, value: body(code) }]);
  const content = {
    schema: { anyOf: hostile.map((_, index) => ({ $ref: `#/components/schemas/Component${index}` })) },
    examples: Object.fromEntries(examples),
  };
  const answer = { description: prose, content: { "application/json": content } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "</title><script>pwned()</script>", version: "1" },
    servers: [{ url: "https://evil.example/'\"$(id)`" }],
    "x-error-contract": {
      id: "hostile",
      envelopes: [{ name: prose, code: "/code", message: "/message", details: "/details" }],
    },
    paths: {
      "/'$(id)\"><script>/{../x}": {
        post: { operationId: prose, summary: prose, tags: [prose], responses: { 400: answer } },
      },
    },
    components: { schemas: Object.fromEntries(schemas) },
  });
}
