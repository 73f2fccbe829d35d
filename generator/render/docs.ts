import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../model/contract.js";
import { docsIndexView } from "../view/docs-index-view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderRedocDocument } from "./redoc.js";
import { buildRedocPage, bundleDocument, redocBuilder } from "./redoc-page.js";
import { renderTemplate } from "./template.js";

/** A contract, and the document it was read from. */
export interface DocsInput {
  readonly contract: Contract;
  readonly document: Readonly<Record<string, unknown>>;
  /** Its path, where it refers to other files and has to be bundled first. */
  readonly bundleFrom: string | undefined;
}

/** For each page, the hashes of what it was built from and of what came out. */
type BuildRecord = Readonly<Record<string, { readonly from: string; readonly page: string }>>;

/** Remembers what pages were built from, so that unchanged ones are not built again. */
const recordPath = "docs/built.json";

/**
 * The Redoc page of each API and the index of them all. Building a page takes half a second, so one that stands in the
 * folder as it was built, from the same input, is kept.
 */
export async function renderDocs(inputs: readonly DocsInput[], folder: string): Promise<GeneratedFile[]> {
  const record = readRecord(folder);
  const pages = await Promise.all(
    inputs.map(async ({ contract, document, bundleFrom }) => {
      const path = `docs/${contract.id}/index.html`;
      const whole = bundleFrom === undefined ? document : await bundleDocument(bundleFrom);
      const json = renderRedocDocument(contract, whole);
      const from = hash(`${redocBuilder}\n${json}`);
      const present = readIfThere(join(folder, path));
      const known = record[path];
      const kept = present !== undefined && known?.from === from && known.page === hash(present);
      return { path, from, text: kept ? present : await buildRedocPage(json) };
    }),
  );
  const built = pages.map(({ path, from, text }) => [path, { from, page: hash(text) }] as const);
  return [
    ...pages.map(({ path, text }) => ({ path, text })),
    {
      path: "docs/index.html",
      text: renderTemplate("docs/index", docsIndexView(inputs.map(({ contract }) => contract))),
    },
    { path: recordPath, text: `${JSON.stringify(Object.fromEntries(built), null, 2)}\n` },
  ];
}

/** Whether the docs were ever built in a folder. */
export function hasDocs(folder: string): boolean {
  return readIfThere(join(folder, recordPath)) !== undefined;
}

function readRecord(folder: string): BuildRecord {
  try {
    return JSON.parse(readIfThere(join(folder, recordPath)) ?? "{}") as BuildRecord;
  } catch {
    return {};
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
