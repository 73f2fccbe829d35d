import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { failureKinds } from "../../generator/commands/mock/failures.js";
import { preferenceNames } from "../../generator/commands/mock/preferences.js";
import { blocksIn, fileOf, textOf } from "../manual/pages.js";
import { runCli, temporaryFolder, together } from "../support/cli.js";
import { serveCommand } from "../support/served.js";
import { ask } from "./harbour.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const page = "docs/mocking.md";
const blocks = blocksIn(page);

function shopFolder(t: TestContext): string {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), fileOf("docs/quick-start.md", "openapi.yaml"));
  return folder;
}

const skip =
  process.env.OPENAPI_ERRORS_CLI === undefined && "run `npm run build`, and with --env-file=test/support/built.env";

describe("mocking.md does what it says", together, () => {
  test("the mock says what the page shows, and answers as it shows", async (t) => {
    const { url, stop } = await serveCommand(t, ["mock", "openapi.yaml", "--port", "0"], { cwd: shopFolder(t) });
    const origin = url.slice(0, -1);
    const [start, answered] = blocks.filter(({ language }) => language === "text").map((block) => block.text);
    const [head = "", body = ""] = answered!.split("\n\n");
    const answer = await ask(`${origin}/orders`, { method: "POST", headers: { Prefer: "error=order_limit_reached" } });
    assert.equal(answer.status, Number(head.split(" ")[1]));
    for (const line of head.split("\n").slice(1)) {
      const [name = "", value] = line.split(": ");
      assert.equal(answer.headers[name.toLowerCase()], value);
    }
    assert.equal(answer.body, body.trimEnd());
    const [told = ""] = (await stop()).stderr.split("POST  ");
    assert.equal(`${url}\n${told}`.replaceAll(origin, "http://127.0.0.1:8080"), start);
  });

  test("its test passes", { skip }, async (t) => {
    const folder = shopFolder(t);
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(project, join(folder, "node_modules/openapi-errors"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    assert.equal(runCli(["generate", "openapi.yaml"], { cwd: folder }).status, 0);
    writeFileSync(join(folder, "orders.test.ts"), blocks.find(({ language }) => language === "ts")!.text);
    const args = ["--import", import.meta.resolve("tsx"), "--test", "--test-reporter=tap", "orders.test.ts"];
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env });
    assert.deepEqual([status, /# pass 2\n/.test(stdout)], [0, true], stdout);
  });

  test("its tables name every preference and every failure", () => {
    const named = [...textOf(page).matchAll(/^\| `([\w-]+)(?:=[^`]*)?` \|/gm)].map(([, name]) => name);
    assert.deepEqual(named, [...preferenceNames, ...Object.keys(failureKinds)]);
    for (const [kind, said] of Object.entries(failureKinds))
      assert.ok(textOf(page).includes(`| \`${kind}\` | ${said} |`), kind);
  });

  test("a server that is forwarded to answers what asks for nothing", async (t) => {
    const api = spawn(process.execPath, ["-e", server], { stdio: ["ignore", "pipe", "inherit"] });
    t.after(() => api.kill("SIGKILL"));
    const line = await new Promise<string>((read) => api.stdout.once("data", (part) => read(String(part))));
    const args = ["mock", "openapi.yaml", "--port", "0", "--forward", `http://127.0.0.1:${line.trim()}`];
    const { url } = await serveCommand(t, args, { cwd: shopFolder(t) });
    assert.equal((await ask(`${url}orders`, { method: "POST" })).body, "POST /orders");
    assert.equal((await ask(`${url}orders?__error=rate_limited`, { method: "POST" })).status, 429);
  });
});

const server = `
  const server = require("node:http").createServer((request, response) => response.end(request.method + " " + request.url));
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;
