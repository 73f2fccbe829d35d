import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { shopFolder } from "../cli/shop.js";
import { runCli } from "../support/cli.js";
import { serve } from "../support/serve.js";
import { serveDocs } from "./server-process.js";

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request whose path and headers go out as they are: `fetch` would tidy them up. */
function ask(url: string, path: string, { method = "GET", headers = {} } = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, async (response) => {
      resolve({ status: response.statusCode, headers: response.headers, body: await text(response) });
    });
    sent.once("error", reject).end();
  });
}

/** A folder with docs that are small, and next to them a file that is nobody's business. */
function docsFolder(t: TestContext): string {
  const folder = shopFolder(t);
  const docs = join(folder, "generated/docs");
  mkdirSync(join(docs, "shop"), { recursive: true });
  writeFileSync(join(folder, "generated/secret.txt"), "secret");
  writeFileSync(join(docs, "index.html"), "<!DOCTYPE html><title>All</title>");
  writeFileSync(join(docs, "shop/index.html"), "<!DOCTYPE html><title>Shop</title>");
  writeFileSync(join(docs, "shop/a b.html"), "<!DOCTYPE html><title>A b</title>");
  writeFileSync(join(docs, "llms.txt"), "# Ä\n");
  writeFileSync(join(docs, ".index.html.1.tmp"), "half");
  symlinkSync(join(folder, "generated/secret.txt"), join(docs, "link.txt"));
  symlinkSync(join(folder, "generated"), join(docs, "up"));
  return folder;
}

test("docs serves the pages with their types, to GET and HEAD, and ends at Ctrl-C with 0", async (t) => {
  const { url, stop } = await serveDocs(t, docsFolder(t));
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const pages = [
    ["/", "text/html; charset=utf-8", /All/],
    ["/index.html?x=1", "text/html; charset=utf-8", /All/],
    ["/shop/", "text/html; charset=utf-8", /Shop/],
    ["/shop/a%20b.html", "text/html; charset=utf-8", /A b/],
    ["/llms.txt", "text/plain; charset=utf-8", /^# Ä\n$/],
  ] as const;
  for (const [path, type, body] of pages) {
    const [got, head] = [await ask(url, path), await ask(url, path, { method: "HEAD" })];
    assert.deepEqual([got.status, got.headers["content-type"]], [200, type], path);
    assert.match(got.body, body);
    assert.deepEqual([head.status, head.body], [200, ""]);
    assert.equal(head.headers["content-length"], String(Buffer.byteLength(got.body)));
    assert.equal(got.headers["x-content-type-options"], "nosniff");
  }
  const moved = await ask(url, "/shop");
  assert.deepEqual([moved.status, moved.headers.location], [301, "/shop/"]);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    assert.deepEqual([(await ask(url, "/", { method })).status, method], [405, method]);

  const { status, stderr } = await stop();
  assert.equal(status, 0);
  // Whatever else is served on the machine.
  assert.match(stderr, /^(?:port 8080 is taken, .*\n)?serving .*generated\/docs; Ctrl-C ends it\n$/);
});

test("docs serves nothing from outside its folder, and nobody who comes by another name", async (t) => {
  const { url } = await serveDocs(t, docsFolder(t), "--port", "0");
  for (const path of [
    ...["/../secret.txt", "/shop/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt"],
    ...["/..%5csecret.txt", "/shop/%2e%2e/%2e%2e/secret.txt", "//secret.txt", "/link.txt", "/up/secret.txt", "/up"],
    ...["/.index.html.1.tmp", "/%00", "/index.html%00.txt", "/etc/passwd", "//etc/passwd", "/shop/index.html/x"],
    ...["/%", "/%ff", "/missing.html", "/-/changes", "/-/reload.js"],
  ]) {
    const { status, body } = await ask(url, path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /secret|half|root:/);
  }
  for (const path of ["*", "http://127.0.0.1/", "x"]) assert.equal((await ask(url, path)).status, 400, path);
  for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example"])
    assert.equal((await ask(url, "/", { headers: { host } })).status, 403, host);
  for (const host of ["localhost", "localhost:9000", new URL(url).host])
    assert.equal((await ask(url, "/", { headers: { host } })).status, 200, host);
});

/**
 * Takes a port. Another test may have it for a while, and leave it in the middle of this one: it is asked for until it is free,
 * or is something else's on the machine, which keeps it.
 */
async function take(t: TestContext, port: number): Promise<void> {
  for (let left = 50; left > 0; left -= 1) {
    const blocker = createServer().listen(port, "127.0.0.1");
    const isTaken = await new Promise<boolean>((known) =>
      blocker.once("listening", () => known(true)).once("error", () => known(false)),
    );
    if (isTaken) {
      t.after(() => blocker.close());
      return;
    }
    await setTimeout(100);
  }
}

test("docs takes a free port where 8080 is taken, but says so where the one it was asked for is", async (t) => {
  const folder = docsFolder(t);
  await take(t, 8080);
  const { url, stop } = await serveDocs(t, folder);
  assert.notEqual(new URL(url).port, "8080");
  assert.equal((await ask(url, "/")).status, 200);
  assert.match((await stop()).stderr, /^port 8080 is taken, so the address is another one\nserving /);

  const taken = new URL(await serve(t, (_, response) => response.end())).port;
  const { status, stdout, stderr } = runCli(["docs", "--port", taken], { cwd: folder });
  assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
  assert.equal(stderr, `openapi-errors: port ${taken} is taken: name another one with --port, or none\n`);
  assert.equal(runCli(["docs", "--port", "70000"], { cwd: folder }).status, 2);
});

test("docs builds what is not there, and refuses what can't be built", async (t) => {
  const folder = shopFolder(t);
  const { url, stop } = await serveDocs(t, folder, "openapi.yaml", "-o", "out", "--port", "0");
  assert.match((await ask(url, "/")).body, /order_not_found/);
  assert.match((await ask(url, "/shop/")).headers["content-type"] as string, /html/);
  assert.ok(!existsSync(join(folder, "out/shop")), "a server of docs writes no code");
  assert.equal((await stop()).status, 0);

  const missing = runCli(["docs"], { cwd: folder });
  assert.deepEqual([missing.status, missing.stdout], [2, ""]);
  assert.match(missing.stderr, /no document was named/);
  const document = join(folder, "openapi.yaml");
  writeFileSync(document, readFileSync(document, "utf8").replace("code: order_not_found,", "code: other,"));
  rmSync(join(folder, "out"), { recursive: true });
  const refused = runCli(["docs", "openapi.yaml"], { cwd: folder });
  assert.deepEqual([refused.status, refused.stdout], [1, ""]);
  assert.match(refused.stderr, /openapi\.yaml:\d+:\d+: error/);
});

test("docs of what was named are no others that are there, and none of yesterday", async (t) => {
  const folder = docsFolder(t);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = runCli(["docs", ...args, "--port", "0"], { cwd: folder });
    assert.equal(stdout, "", args.join(" "));
    return { status, stderr };
  };
  write("empty.yaml", "");
  for (const [args, status, told] of [
    [["nothing.yaml"], 2, /`nothing\.yaml` can't be read/],
    [["nothing.yaml", "--watch"], 2, /`nothing\.yaml` can't be read/],
    [["openapi.yaml", "empty.yaml"], 1, /empty\.yaml:1:1: error/],
    [["--watch"], 2, /no document was named/],
  ] as const)
    assert.deepEqual([refused(...args).status, told.test(refused(...args).stderr)], [status, true], args.join(" "));
  write("redocly.yaml", "apis: { shop: { root: openapi.yaml } }\n");
  assert.match(refused("shap").stderr, /fix: .*shop/);
  write("redocly.yaml", "apis: [\n");
  assert.deepEqual([refused().status, refused("openapi.yaml").status], [1, 1]);

  // Pages that somebody wrote are not replaced, nor shown to who named a document.
  write("redocly.yaml", "apis: { shop: { root: openapi.yaml } }\n");
  assert.match(refused("shop").stderr, /file-not-ours/);
  rmSync(join(folder, "generated"), { recursive: true });
  await (await serveDocs(t, folder, "--port", "0")).stop();
  const document = join(folder, "openapi.yaml");
  writeFileSync(document, readFileSync(document, "utf8").replace("title: Shop,", "title: Emporium,"));
  for (const args of [[], ["openapi.yaml"]]) {
    const { url, stop } = await serveDocs(t, folder, ...args, "--port", "0");
    assert.match((await ask(url, "/")).body, /Emporium/);
    await stop();
  }
});
