import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli, startCli, temporaryFolder, together } from "../support/cli.js";
import { serveCommand } from "../support/served.js";
import { ask, codeIn, harbour } from "./harbour.js";

function harbourFolder(t: TestContext): string {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "harbour.yaml"), harbour);
  return folder;
}

const usual = ["mock", "harbour.yaml", "--port", "0"];

describe("openapi-errors mock", together, () => {
  test("says where it listens and what to type, tells of each answer, and ends at Ctrl-C with 0", async (t) => {
    const { url, stop } = await serveCommand(t, usual, { cwd: harbourFolder(t) });
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    assert.equal(codeIn(await ask(`${url}ships`, { headers: { Prefer: "error=slow_down" } })), "slow_down");
    await ask(`${url}ships?a=%1b[2J`);
    await ask(`${url}nowhere`);
    await ask(`${url}ships`, { headers: { Prefer: "failure=reset" } }).catch(() => {});
    const { status, stderr } = await stop();
    assert.equal(status, 0);
    const origin = url.slice(0, -1);
    assert.ok(stderr.includes(`curl -i ${origin}/ships -H 'Prefer: error=slow_down'\n`), stderr);
    assert.ok(stderr.includes(`curl -i '${origin}/ships?__error=slow_down'\n`), stderr);
    assert.deepEqual(stderr.split("\n").slice(-5), [
      "GET  /ships  429  listShips  error=slow_down",
      "GET  /ships?a=%1b[2J  200  listShips",
      "GET  /nowhere  404  refused",
      "GET  /ships  no answer  listShips  failure=reset",
      "",
    ]);
  });

  test("the lines that it says to type do what they say", async (t) => {
    const spec = fileURLToPath(new URL("../../spec/", import.meta.url));
    const { url, stop } = await serveCommand(t, ["mock", "momail.yaml", "--port", "0"], { cwd: spec });
    await ask(url);
    const { stderr } = await stop();
    const again = await serveCommand(t, ["mock", "momail.yaml", "--port", new URL(url).port], { cwd: spec });
    const lines = stderr.split("\n").flatMap((line) => (line.startsWith("  curl ") ? [line.trim()] : []));
    assert.equal(lines.length, 3);
    const curl = spawnSync("curl", ["--version"]).status === 0;
    const statuses = lines.map((line) => {
      // As a shell takes it apart.
      const words = [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, inner]) => inner ?? word);
      const { stdout } = spawnSync(words[0]!, words.slice(1), { encoding: "utf8" });
      return Number(/^HTTP\/1\.1 (\d+)/.exec(stdout)?.[1]);
    });
    if (curl) assert.deepEqual([statuses[0], statuses[2]], [statuses[1], 502]);
    if (curl) assert.ok(statuses[0]! >= 400);
    assert.equal((await again.stop()).status, 0);
  });

  test("takes the APIs of redocly.yaml, with their overlays, where no document is named", async (t) => {
    const folder = harbourFolder(t);
    const marina = harbour.replace("id: harbour", "id: marina").replaceAll("slow_down", "too_fast");
    writeFileSync(join(folder, "marina.yaml"), marina);
    const apis = "apis:\n  harbour: { root: harbour.yaml }\n  marina: { root: marina.yaml }\n";
    writeFileSync(join(folder, "redocly.yaml"), apis);
    const { url } = await serveCommand(t, ["mock", "--port", "0"], { cwd: folder });
    assert.equal(codeIn(await ask(`${url}marina/ships?__code=429`)), "too_fast");
    assert.equal(codeIn(await ask(`${url}ships?__code=429`)), "slow_down");
  });

  test("a port that is taken, or a URL that is none, is wrong usage, with what to type", async (t) => {
    const folder = harbourFolder(t);
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    t.after(() => other.close());
    const { port } = other.address() as { port: number };
    // Not runCli: it would keep this process from answering for the port.
    const taken = await startCli(["mock", "harbour.yaml", "--port", String(port)], { cwd: folder });
    assert.deepEqual([taken.status, taken.stdout], [2, ""]);
    assert.match(taken.stderr, /is taken: name another one with --port, or none/);
    for (const wrong of [
      ["--forward", "api.example.com"],
      ["--forward", "ftp://x"],
      ["--origin", "https://a.b/c"],
    ]) {
      const { status, stderr } = runCli([...usual, ...wrong], { cwd: folder });
      assert.equal(status, 2);
      assert.match(stderr, /Write (?:the whole of )?it/);
    }
  });

  test("a document that can't be understood is told as every command tells it; what it merely gets wrong is served", async (t) => {
    const folder = harbourFolder(t);
    writeFileSync(join(folder, "broken.yaml"), "openapi: 3.1.0\npaths: [\n");
    const broken = runCli(["mock", "broken.yaml", "harbour.yaml"], { cwd: folder });
    assert.deepEqual([broken.status, broken.stdout], [1, ""]);
    assert.match(broken.stderr, /broken\.yaml:\d+:\d+: error: /);
    assert.equal(runCli(["mock", "missing.yaml"], { cwd: folder }).status, 2);
    // `lint` has errors for it: an error has no example.
    assert.equal(runCli(["lint", "harbour.yaml"], { cwd: folder }).status, 1);
    const { url, stop } = await serveCommand(t, usual, { cwd: folder });
    assert.equal((await ask(`${url}ships?__error=slow_down`)).status, 429);
    assert.match((await stop()).stderr, /^harbour\.yaml:\d+:\d+: error: `slow_down` has no example body/);
  });
});
