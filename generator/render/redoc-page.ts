import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { once } from "../model/document/made-once.js";
import { packageFolder } from "../package/folder.js";
import { byTool } from "../problem/tool.js";
import { beginningOf } from "../read/lines.js";
import { redocScript, withPolicy } from "./redoc-policy.js";
import { redocly, redoclyFolder, redoclyVersion as version } from "./redocly.js";

const template = fileURLToPath(new URL("templates/redoc/page.html", packageFolder));
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

/** A document to show, as JSON, and its file as problems name it. */
export interface ShownDocument {
  readonly json: string;
  readonly file: string;
}

/** Above this a page takes longer than the start of the program that makes it, and is better made beside others. */
const together = { pages: 8, characters: 1_000_000 };

/** A self-contained page for each document. They ask nobody for anything, neither now nor when opened. */
export async function buildRedocPages(documents: readonly ShownDocument[]): Promise<string[]> {
  const groups = groupsOf(documents);
  const made = groups.map((): string[] => []);
  const left = [...groups.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) made[next[0]] = await buildGroup(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(groups.length, availableParallelism()) }, work));
  return made.flat();
}

function groupsOf(documents: readonly ShownDocument[]): ShownDocument[][] {
  const groups: ShownDocument[][] = [];
  let characters = 0;
  for (const document of documents) {
    characters += document.json.length;
    const last = groups.at(-1);
    if (last !== undefined && last.length < together.pages && characters <= together.characters) last.push(document);
    else {
      groups.push([document]);
      characters = document.json.length;
    }
  }
  return groups;
}

/** Where one of several fails, each is built alone: so it is known which, and why. */
async function buildGroup(documents: readonly ShownDocument[]): Promise<string[]> {
  if (documents.length > 1) {
    try {
      return await build(documents);
    } catch {
      // Nothing came of it.
    }
  }
  const pages: string[] = [];
  for (const document of documents) {
    const position = () => beginningOf(document.file);
    pages.push(...(await byTool({ ...building, position }, () => build([document]))));
  }
  return pages;
}

const page = ["--output", "page.html", "--inlineBundle", "--template", template, "--config", "redocly.yaml"];

function build(documents: readonly ShownDocument[]): Promise<string[]> {
  return inTemporaryFolders(documents.length, async (folders) => {
    await Promise.all(documents.map(({ json }, place) => writeFile(join(folders[place]!, "openapi.json"), json)));
    const commands = folders.map((folder) => ({ folder, args: ["build-docs", "openapi.json", ...page] }));
    await redocly(commands, { folders: [dirname(template)] });
    const pages = await Promise.all(folders.map((folder) => readFile(join(folder, "page.html"), "utf8")));
    return pages.map((text) => withPolicy(text, script(), mend));
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
  return inTemporaryFolders(1, async ([folder = ""]) => {
    const copy = join(folder, "document.json");
    await writeFile(copy, JSON.stringify(document));
    const readable = { folders: [root], instead: [path, copy] } as const;
    const args = ["bundle", path, "--force", "--output", join(folder, "bundled.json"), "--config", "redocly.yaml"];
    return byTool({ ...bundling, position: () => beginningOf(file) }, async () => {
      await redocly([{ folder, args }], readable);
      return JSON.parse(await readFile(join(folder, "bundled.json"), "utf8")) as Record<string, unknown>;
    });
  });
}

/** One for each, with a name that no document can guess. */
async function inTemporaryFolders<T>(count: number, work: (folders: readonly string[]) => Promise<T>): Promise<T> {
  const folders: string[] = [];
  try {
    while (folders.length < count) {
      const folder = await mkdtemp(join(tmpdir(), "openapi-errors-redoc-"));
      folders.push(folder);
      await writeFile(join(folder, "redocly.yaml"), config);
    }
    return await work(folders);
  } finally {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** The script of Redoc, as Redocly CLI writes it into a page and as we leave it there. */
const script = once(() => redocScript(readFileSync(bundle, "utf8").replace(/<\/(script)/gi, "<\\/$1"), mend));

/** What the page would still load, made a part of it, and links that only a click would follow, made real ones. */
function mend(page: string): string {
  return page
    .replaceAll(new RegExp(`${logo.replaceAll(".", "\\.")}(?:-full)?\\.svg`, "g"), ownLogo)
    .replaceAll(/(<a [^<>]*?href=")\/(?=[^"/]*")/g, "$1#/");
}
