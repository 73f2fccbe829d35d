import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { richDocument } from "../hostile/rich-document.js";
import { textsOf, withTexts } from "../hostile/texts-of.js";
import { runCli } from "../support/cli.js";
import { launch, skip, watchedPage } from "./browser.js";

/** What acts in a page where a cleaner or a policy lets it through: each stands behind every text of a document, in turn. */
const payloads = [
  '<x-a autofocus tabindex=1 onfocus="pwned()">y</x-a>',
  '<svg><style><img/src=x onerror="pwned()"></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror="pwned()">',
  "</script><script>pwned()</script>",
  "<script type=module>pwned()</script>",
  '<a href="javascript:pwned()">l</a> [m](javascript:pwned()) <javascript:pwned()>',
  '<iframe srcdoc="<script>pwned()</script>"></iframe><object data="data:text/html,x"></object>',
  '<form action="https://evil.example"><button formaction="javascript:pwned()">b</button></form>',
  '<b style="background:url(https://evil.example/x.png)" onclick="pwned()">b</b> ![i](https://evil.example/i.png)',
  '<details open ontoggle="pwned()"><summary>s</summary></details>',
  '{% partial file="x" %} {{pwned()}} `{% code %}`',
  '<div id="redoc"><div hidden=""><script>pwned()</script></div>',
];
const original = textsOf(richDocument);

describe("no text of a document acts in its Redoc page", { skip, concurrency: 2 }, () => {
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-")));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const shift of [0, 5])
    test(`with payload ${shift + 1} behind the first text, and so on`, async () => {
      const out = join(folder, String(shift));
      const path = join(folder, `openapi-${shift}.json`);
      const changed = original.map((text, index) => [text, hostile(text, index + shift)] as const);
      writeFileSync(path, JSON.stringify(withTexts(richDocument, new Map(changed))));
      const { status, stderr } = runCli(["generate", path, "--emit", "docs", "--output", out]);
      assert.equal(status, 0, stderr);

      const { page, faults } = await watchedPage(browser);
      await page.addInitScript("globalThis.pwned = () => { globalThis.wasPwned = true; };");
      const url = pathToFileURL(join(out, "docs/rich/index.html")).href;
      for (const place of ["", "#operation/changeThing", "#/errors", "#/errors/too_many"]) {
        await page.goto(`${url}${place}`);
        await page.locator("h1, h2").first().waitFor();
        await assertInert(page);
        // What is folded is opened, what is a tab is chosen.
        await page.evaluate(
          "document.querySelectorAll('[aria-expanded=false], [role=tab]').forEach((each) => each.click())",
        );
        await assertInert(page);
      }
      assert.deepEqual(faults, []);
      await page.close();
    });

  test("every page has a policy that names its own scripts and styles, and allows no others", () => {
    const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
    assert.ok(pages.length >= 10, `only ${pages.length} pages`);
    for (const name of pages) {
      const html = readFileSync(join(folder, name), "utf8");
      const [, policy = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
      assert.match(policy, /^default-src 'none'; /, name);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:|blob:|\*/, name);
    }
  });
});

/** A text with a payload behind it; addresses and paths have to stay what they are. */
function hostile(text: string, index: number): string {
  return /^(?:\/|https:|X-|changeThing$|region$)/.test(text) ? text : `${text} ${payloads[index % payloads.length]}`;
}

async function assertInert(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('x-a, [autofocus]').forEach((each) => each.focus())");
  assert.equal(await page.evaluate("globalThis.wasPwned"), undefined);
  const acting = "x-a, math, iframe, object, form, [onfocus], [onerror], [onclick], [ontoggle], [href^='javascript:']";
  assert.equal(await page.locator(acting).count(), 0);
}
