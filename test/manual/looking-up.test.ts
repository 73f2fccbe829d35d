import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { spawnArguments, temporaryFolder } from "../support/cli.js";
import { commandsIn, runCommand } from "./page.js";
import { blocksIn, fileOf, root } from "./pages.js";

const commands = blocksIn("docs/looking-up.md")
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => commandsIn(text));

const body = '{"detail":{"code":"tenant_limit_reached","message":"One more would be too many.","tenant_limit":1}}';
const whole = `HTTP/1.1 402 Payment Required\r\nContent-Type: application/json\r\n\r\n${body}`;

test("each command of docs/looking-up.md is one that is tried", () => {
  const kinds = commands.map((command) => (/^npx openapi-errors docs\b/.test(command) ? "docs" : "explain"));
  assert.deepEqual(kinds, ["explain", "explain", "explain", "explain", "explain", "explain", "docs", "docs"]);
});

for (const command of commands.filter((one) => one.includes("openapi-errors explain")))
  test(command, () => {
    const typed = command.replace(/^curl [^|]*\| /, "").replace(/ < body\.json$/, "");
    const { status, output } = runCommand(
      typed,
      root,
      typed === command ? "" : command.includes("curl") ? whole : body,
    );
    assert.equal(status, 0, output);
    if (typed !== command) assert.match(output, /tenant_limit_reached/);
  });

for (const command of commands.filter((one) => one.includes("openapi-errors docs")))
  test(command, async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "openapi.yaml"), fileOf("docs/quick-start.md", "openapi.yaml"));
    writeFileSync(join(folder, "redocly.yaml"), "apis: { shop: { root: openapi.yaml } }\n");
    const url = await served(t, command, folder);
    assert.equal((await fetch(`${url}shop/errors/rate_limited.html`)).status, 200);
    assert.match(await (await fetch(`${url}llms.txt`)).text(), /rate_limited/);
  });

/** The address that a command prints; it serves until the test ends. */
async function served(t: TestContext, command: string, folder: string): Promise<string> {
  const [node = "", ...args] = spawnArguments(command.split(" ").slice(2));
  const child = spawn(node, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  t.after(() => child.kill());
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return String(line).trim();
}
