import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { changesPage } from "../docs/changes-page.js";
import { launch, skip } from "./browser.js";
import { type DocsFolder, docsFolder } from "./docs-folder.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the docs can be used by everybody: axe finds nothing serious", { skip }, () => {
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

  /** Redoc pages, and what they show first. */
  const headings = new Map([
    ["momail/index.html", "When to retry"],
    ["momail/index.html#/errors/email_taken", "EMAIL_TAKEN"],
    ["momail/index.html#/mailboxes/createmailbox", "Create a mailbox"],
  ]);

  // A page of every kind, and of codes those with details, several answers and many operations.
  const kinds = [
    ...["index.html", "index.html#q=mail", "momail/matrix.html"],
    ...["momail/errors/RATE_LIMIT_EXCEEDED.html", "tenantcore/errors/tenant_limit_reached.html"],
    "inbox/errors/http_401.html",
    ...headings.keys(),
  ];

  const ways = [
    { colorScheme: "light", width: 1280 },
    { colorScheme: "dark", width: 375 },
  ] as const;

  for (const { colorScheme, width } of ways)
    test(`in ${colorScheme} colours, ${width} pixels wide`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      for (const path of kinds) {
        await page.goto("about:blank");
        await page.goto(pathToFileURL(join(docs.path, "x")).href.replace(/x$/, path));
        // Redoc builds what it shows: at an address, its heading is there when it has done so.
        const shown = headings.get(path);
        if (shown !== undefined) await page.getByRole("heading", { name: shown }).first().waitFor();
        assert.deepEqual(await seriousFaults(page), [], path);
      }
      await page.goto("about:blank");
      await page.setContent(changesPage());
      await page.evaluate("document.querySelector('details').open = true");
      assert.deepEqual(await seriousFaults(page), [], "changes.html");
      await page.close();
    });
});

const ended = `Promise.all(
  document.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished.catch(() => undefined)),
)`;

/** What axe-core finds that keeps somebody from using a page. */
async function seriousFaults(page: Page): Promise<string[]> {
  // Half-way through a transition a colour is none of those that people read.
  await page.evaluate(ended);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run()")) as { violations: Violation[] };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}
