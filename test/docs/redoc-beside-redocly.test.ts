import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startCli, temporaryFolder } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const required = createRequire(import.meta.url);
const redocly = dirname(required.resolve("@redocly/cli/package.json"));

test("a Redoc page holds what `redocly build-docs` renders of the same document", async (t) => {
  const folder = temporaryFolder(t);
  const args = ["generate", "momail", "--emit", "docs", "--output", folder];
  const { status, stderr } = await startCli(args, { cwd: project });
  assert.equal(status, 0, stderr);
  const ours = readFileSync(join(folder, "docs/momail/index.html"), "utf8");
  const [, definition = ""] = /<script type="application\/json" id="definition">(.*?)<\/script>/.exec(ours) ?? [];
  writeFileSync(join(folder, "openapi.json"), definition);
  writeFileSync(join(folder, "redocly.yaml"), "telemetry: off\nopenapi: { jsonSamplesExpandLevel: 8 }\n");
  execFileSync(process.execPath, [join(redocly, "bin/cli.js"), "build-docs", "openapi.json", "-o", "page.html"], {
    cwd: folder,
    env: { ...process.env, REDOCLY_SUPPRESS_NOTIFICATIONS: "true" },
    stdio: "pipe",
  });
  const theirs = readFileSync(join(folder, "page.html"), "utf8");
  assert.equal(shownIn(ours), shownIn(theirs));
});

test("what renders pages is the Redoc that goes on with them in a browser", () => {
  const scripts = [
    join(redocly, "lib/chunks/redoc.standalone.js"),
    required.resolve("redoc/bundles/redoc.standalone.js"),
  ];
  const [theirs, ours] = scripts.map((path) => readFileSync(path, "utf8"));
  assert.ok(theirs === ours);
  for (const name of ["react-dom", "styled-components"]) {
    const { version } = required(`${name}/package.json`);
    assert.ok(theirs!.includes(`\`${version}\``), `${name} ${version}`);
  }
});

/** What Redoc rendered, but for the names that styled-components gives, links within the page and its logo. */
function shownIn(page: string): string {
  const [, html = ""] = /<div id="redoc">(.*?)<\/div>\s*<script type="(?:module|application\/json)"/s.exec(page) ?? [];
  assert.notEqual(html, "");
  return html
    .replaceAll(/ class="[^"]*"/g, "")
    .replaceAll(/(<a [^<>]*?href=")#?\/(?=[^"/]*")/g, "$1#/")
    .replaceAll(/ src="(?:data:image|https:\/\/cdn\.redoc\.ly\/redoc\/logo)[^"]*"/g, "");
}
