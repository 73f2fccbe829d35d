import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { launch, skip } from "../browser/browser.js";
import { shopFolder } from "../cli/shop.js";
import { serveDocs } from "./server-process.js";

test("docs --watch reloads the open pages when the document changes, and leaves the files alone", {
  skip,
}, async (t) => {
  const folder = shopFolder(t);
  const document = join(folder, "openapi.yaml");
  const source = readFileSync(document, "utf8");
  const config = join(folder, "redocly.yaml");
  writeFileSync(config, "apis: { shop: { root: openapi.yaml } }\n");
  const { url, stop } = await serveDocs(t, folder, "--port", "0", "--watch");
  const browser = await launch();
  t.after(() => browser.close());
  const faults: string[] = [];
  const open = async (path: string) => {
    const page = await browser.newPage();
    page.on("request", (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(url)) faults.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${url}${path}`);
    return page;
  };
  const [index, redoc] = [await open(""), await open("shop/#/errors/order_not_found")];
  await redoc.getByText("There is no order 7.").first().waitFor();
  assert.deepEqual(faults, []);

  // Each waits for the text of the other document: a page that does not reload never shows it.
  writeFileSync(document, source.replace("title: Shop,", "title: Emporium,").replace("no order 7.", "no order 4711."));
  await index.getByText("Emporium").first().waitFor({ state: "attached" });
  await redoc.getByText("There is no order 4711.").first().waitFor();
  assert.match(redoc.url(), /#\/errors\/order_not_found$/);

  // A mistake is told, and what is shown stays as it was.
  writeFileSync(document, "openapi: 3.1.0\ninfo: {");
  writeFileSync(document, source);
  writeFileSync(join(folder, "bazaar.yaml"), source.replace("title: Shop,", "title: Bazaar,"));
  writeFileSync(config, "apis: { shop: { root: bazaar.yaml } }\n");
  await index.getByText("Bazaar").first().waitFor({ state: "attached" });
  assert.deepEqual(faults, []);

  for (const path of ["index.html", "shop/index.html"]) {
    const written = readFileSync(join(folder, "generated/docs", path), "utf8");
    assert.doesNotMatch(written, /\/-\/reload\.js/);
    assert.ok(!/connect-src/.test(written.slice(0, 2000)), path);
  }
  const { status } = await stop();
  assert.equal(status, 0);
});
