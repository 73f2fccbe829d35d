import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const template = fileURLToPath(new URL("../../templates/redoc/page.html", import.meta.url));
const require = createRequire(import.meta.url);
const { version } = require("@redocly/cli/package.json") as { version: string };
const cli = join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");

const config = "telemetry: off\nopenapi: { jsonSamplesExpandLevel: 8 }\n";

/** What pages are built with: where it changes, they are built again. */
export const redocBuilder = `${version}\n${config}${readFileSync(template, "utf8")}`;

/** One self-contained page for a document, by Redocly CLI. It asks nobody for anything, neither now nor when opened. */
export async function buildRedocPage(documentJson: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "openapi-errors-redoc-"));
  try {
    await writeFile(join(folder, "redocly.yaml"), config);
    await writeFile(join(folder, "openapi.json"), documentJson);
    const args = ["build-docs", "openapi.json", "--output", "page.html", "--inlineBundle", "--template", template];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_NOTIFICATIONS: "true" };
    await run(process.execPath, [cli, ...args], { cwd: folder, env });
    return mend(await readFile(join(folder, "page.html"), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const logo = "https://cdn.redoc.ly/redoc/logo-mini";
const ownLogo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="52" height="16"><text y="12" font-family="sans-serif" font-size="12" fill="#2467f2">Redocly</text></svg>',
)}`;

/** What the page would still load, made a part of it, and links that only a click would follow, made real ones. */
function mend(page: string): string {
  return page
    .replaceAll(new RegExp(`${logo.replaceAll(".", "\\.")}(?:-full)?\\.svg`, "g"), ownLogo)
    .replaceAll(/(<a [^>]*?href=")\/(?=[^"/]*")/g, "$1#/");
}
