import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { startCli, temporaryFolder } from "../support/cli.js";
import { launch, skip } from "./browser.js";

const consumers = new URL("../consumers/", import.meta.url);

/** Runs in the page: all checks that hold in Node, with bytes of a frame, and gives what went wrong. */
const program = `
import { checks } from "./checks.js";
const frame = document.body.appendChild(document.createElement("iframe"));
const foreignBytes = (bytes) => frame.contentWindow.Uint8Array.from(bytes);
globalThis.run = async () => {
  const faults = {};
  for (const [name, check] of Object.entries(checks))
    faults[name] = await (async () => check({ url: location.href, foreignBytes }))().then(() => "", String);
  return faults;
};
`;

describe("generated code in a browser", { skip }, () => {
  test("does what it does elsewhere", async (t) => {
    const folder = temporaryFolder(t);
    cpSync(new URL("checks.ts", consumers), join(folder, "checks.ts"));
    const document = fileURLToPath(new URL("shop.yaml", consumers));
    const [browser, { status, stderr }] = await Promise.all([
      launch(),
      startCli(["generate", document, "--output", join(folder, "out"), "--emit", "errors"]),
    ]);
    t.after(() => browser.close());
    assert.equal(status, 0, stderr);
    const stdin = { contents: program, resolveDir: folder, loader: "ts" as const };
    const { outputFiles } = await build({ stdin, bundle: true, write: false, format: "iife", target: "es2022" });

    const { startShop } = (await import(new URL("shop-server.mjs", consumers).href)) as {
      startShop(page: string): Promise<{ readonly url: string; stop(): void }>;
    };
    const shop = await startShop(`<!doctype html><body><script>${outputFiles[0]!.text}</script>`);
    t.after(shop.stop);
    const page = await browser.newPage();
    await page.goto(shop.url);
    const faults = Object.entries((await page.evaluate("run()")) as Record<string, string>);
    assert.ok(faults.length >= 9);
    for (const [name, fault] of faults) await t.test(name, () => assert.equal(fault, ""));
  });
});
