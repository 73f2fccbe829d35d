import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { packageFolder, required } from "../package/folder.js";
import { byTool } from "../problem/tool.js";
import { beginningOf } from "../read/lines.js";
import { withPolicy } from "./redoc-policy.js";
import { guard, guardVariable, type Readable } from "./redocly-guard.js";

const run = promisify(execFile);
const template = fileURLToPath(new URL("templates/redoc/page.html", packageFolder));
const { version } = required("@redocly/cli/package.json") as { version: string };
const redoclyFolder = dirname(required.resolve("@redocly/cli/package.json"));
const cli = join(redoclyFolder, "bin/cli.js");
const bundle = join(redoclyFolder, "lib/chunks/redoc.standalone.js");

const config = "telemetry: off\nopenapi: { jsonSamplesExpandLevel: 8 }\n";

const logo = "https://cdn.redoc.ly/redoc/logo-mini";
const ownLogo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="52" height="16"><text y="12" font-family="sans-serif" font-size="12">Redocly</text><style>text { fill: #0a54c4 } @media (prefers-color-scheme: dark) { text { fill: #8cb8ff } }</style></svg>',
)}`;

/** Rises where something else is made of a page of Redoc. */
const form = 2;

/** What pages are built with: where it changes, they are built again. */
export const redocBuilder = `${form}\n${version}\n${config}${ownLogo}${readFileSync(template, "utf8")}`;

const fix = "see whether `npx redocly lint` says more of it; until it is mended, leave `docs` out of `--emit`";
const building = { tool: `Redocly ${version}`, makes: "a page", fix };
const bundling = { tool: `Redocly ${version}`, makes: "one document of its files", fix };

/** One self-contained page for a document. It asks nobody for anything, neither now nor when opened. */
export function buildRedocPage(documentJson: string, file: string): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "openapi.json"), documentJson);
    const page = ["--output", "page.html", "--inlineBundle", "--template", template];
    await byTool({ ...building, position: () => beginningOf(file) }, () =>
      redocly(folder, { folders: [] }, "build-docs", "openapi.json", ...page),
    );
    return withPolicy(mend(await readFile(join(folder, "page.html"), "utf8")), mend(await inlined(bundle)));
  });
}

/**
 * A document with all files below its root that it refers to in one. What leads elsewhere is told elsewhere, and not
 * loaded. The document is taken as it was read: its file may say something else, or not be there.
 */
export function bundleDocument(
  document: Readonly<Record<string, unknown>>,
  { path, root }: { path: string; root: string },
  file: string,
): Promise<Record<string, unknown>> {
  return inTemporaryFolder(async (folder) => {
    const copy = join(folder, "document.json");
    await writeFile(copy, JSON.stringify(document));
    const readable = { folders: [root], instead: [path, copy] } as const;
    return byTool({ ...bundling, position: () => beginningOf(file) }, async () => {
      await redocly(folder, readable, "bundle", path, "--force", "--output", join(folder, "bundled.json"));
      return JSON.parse(await readFile(join(folder, "bundled.json"), "utf8")) as Record<string, unknown>;
    });
  });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "openapi-errors-redoc-"));
  try {
    await writeFile(join(folder, "redocly.yaml"), config);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs Redocly CLI with a config of ours, and without a word to anyone. */
async function redocly(folder: string, { folders, instead }: Readable, ...args: string[]): Promise<void> {
  const readable = { folders: [folder, redoclyFolder, dirname(template), ...folders], instead };
  const env = {
    ...process.env,
    [guardVariable]: JSON.stringify(readable),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  };
  await run(process.execPath, ["--import", guard, cli, ...args, "--config", "redocly.yaml"], { cwd: folder, env });
}

/** A script as Redocly CLI writes it into a page. */
async function inlined(path: string): Promise<string> {
  return (await readFile(path, "utf8")).replace(/<\/(script)/gi, "<\\/$1");
}

/** What the page would still load, made a part of it, and links that only a click would follow, made real ones. */
function mend(page: string): string {
  return page
    .replaceAll(new RegExp(`${logo.replaceAll(".", "\\.")}(?:-full)?\\.svg`, "g"), ownLogo)
    .replaceAll(/(<a [^<>]*?href=")\/(?=[^"/]*")/g, "$1#/");
}
