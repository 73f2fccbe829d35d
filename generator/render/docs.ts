import type { Contract } from "../model/contract.js";
import { type BuildRecord, hashOf, pageAsBuilt, readRecord, recordFile, stalePages } from "./build-record.js";
import { renderCodePages } from "./code-pages.js";
import { renderDocsIndex } from "./docs-index.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderLlms } from "./llms.js";
import { renderRedocDocument } from "./redoc.js";
import { buildRedocPage, bundleDocument, redocBuilder } from "./redoc-page.js";

/** A contract, and the document it was read from. */
export interface DocsInput {
  readonly contract: Contract;
  readonly document: Readonly<Record<string, unknown>>;
  /** Its path, where it refers to other files and has to be bundled first. */
  readonly bundleFrom: string | undefined;
}

/**
 * All pages: the index, and for each API its Redoc page, its matrix and a page for each code. Stale ones go; with `areAll`,
 * those of APIs that are not among these as well.
 */
export async function renderDocs(
  inputs: readonly DocsInput[],
  folder: string,
  areAll: boolean,
): Promise<GeneratedFile[]> {
  const record = readRecord(folder);
  const redoc = await Promise.all(inputs.map((input) => redocPage(input, folder, record)));
  const contracts = inputs.map(({ contract }) => contract);
  const pages = [
    ...redoc,
    ...renderDocsIndex(contracts),
    ...renderLlms(contracts),
    ...contracts.flatMap(renderCodePages),
  ];
  const made = new Set(pages.map(({ path }) => path));
  const before = [...record].filter(([path]) => !made.has(path));
  const isOwn = ([path]: (typeof before)[number]) =>
    areAll || contracts.some(({ id }) => path.startsWith(`docs/${id}/`));
  return [
    ...pages.map(({ path, text }) => ({ path, text })),
    ...stalePages(
      folder,
      before.filter(isOwn).map(([path]) => path),
      record,
    ),
    recordFile(pages, new Map(before.filter((entry) => !isOwn(entry)))),
  ];
}

/** Building it takes half a second, so a page that stands there as it was built from the same input is kept. */
async function redocPage({ contract, document, bundleFrom }: DocsInput, folder: string, record: BuildRecord) {
  const path = `docs/${contract.id}/index.html`;
  const whole = bundleFrom === undefined ? document : await bundleDocument(bundleFrom);
  const json = renderRedocDocument(contract, whole);
  const from = hashOf(`${redocBuilder}\n${json}`);
  return { path, from, text: pageAsBuilt(folder, path, from, record) ?? (await buildRedocPage(json)) };
}
