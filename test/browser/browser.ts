import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

// What is looked at in a page: the project has no types of a browser.
interface PageElement {
  readonly textContent: string;
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}
declare const document: { querySelectorAll(selector: string): Iterable<PageElement> };
declare const innerHeight: number;

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env.CHROMIUM ?? usual.find((path) => existsSync(path));

/** Why tests in a browser are skipped on this machine; `false` where they are not. */
export const skip: string | false =
  executablePath === undefined && process.env.REQUIRE_BROWSER !== "1"
    ? "there is no browser: set CHROMIUM to the path of one"
    : false;

/** Starts the browser of the system; nothing of its own goes over the network. */
export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(`none of ${usual.join(", ")} is there, and CHROMIUM is not set`);
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
  const args = ["--no-sandbox", "--disable-gpu", "--disable-sync", ...quiet];
  return chromium.launch({ executablePath, args });
}

/** A page, and what it did that a page of docs must not do: load something, or complain. */
export async function watchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const page = await browser.newPage(options);
  const faults: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:file|data|blob|about):/.test(request.url())) faults.push(`asked for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`said ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`threw ${error.message}`));
  return { page, faults };
}

/** By how many pixels a page is wider than what it is seen through. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
}

/** Waits until a heading can be seen without scrolling. */
export async function untilShown(page: Page, text: string): Promise<void> {
  await page.waitForFunction((text) => {
    for (const heading of document.querySelectorAll("h1, h2, h3")) {
      const { top, bottom } = heading.getBoundingClientRect();
      if (heading.textContent.trim() === text && top >= 0 && bottom <= innerHeight) return true;
    }
    return false;
  }, text);
}
