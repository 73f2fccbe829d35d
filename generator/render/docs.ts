import type { VersionChanges } from "../diff/changelog.js";
import type { Contract } from "../model/contract.js";
import { type BuildRecord, hashOf, pageAsBuilt, readRecord } from "./build-record.js";
import { bundleDocument } from "./bundle-document.js";
import { renderChangesPage } from "./changes-page.js";
import { renderCodePages } from "./code-pages.js";
import { renderDocsIndex } from "./docs-index.js";
import type { EmittedFile, GeneratedFile } from "./generated-file.js";
import { renderLlms } from "./llms.js";
import { renderMatrixPage } from "./matrix-page.js";
import { renderRedocDocument } from "./redoc.js";
import { buildRedocPages, redocBuilder } from "./redoc-pages.js";
import type { ShownApi } from "./shared-pages.js";

/** A contract, and the document it was read from. */
export interface DocsInput {
  readonly contract: Contract;
  /** As problems name it. */
  readonly file: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Its path, where it refers to other files and has to be bundled first. */
  readonly bundleFrom: { readonly path: string; readonly root: string } | undefined;
  /** What its versions changed, where that is to be shown. */
  readonly log: readonly VersionChanges[] | undefined;
}

/**
 * All pages: for each API its Redoc page, its matrix, what changed and a page for each code; and those that all APIs of the
 * folder share, unless they stay as they are.
 */
export async function renderDocs(
  inputs: readonly DocsInput[],
  shown: readonly ShownApi[] | undefined,
  folder: string,
): Promise<EmittedFile[]> {
  const record = readRecord(folder);
  const redoc = await redocPages(inputs, folder, record);
  const contracts = inputs.map(({ contract }) => contract);
  const pages = [
    ...redoc,
    ...(shown && shown.length > 0 ? renderSharedPages(shown) : []),
    ...contracts.map(renderMatrixPage),
    ...inputs.flatMap(({ contract, log }) => (log ? [renderChangesPage(contract, log)] : [])),
    ...contracts.flatMap(renderCodePages),
  ];
  return pages.map((page) => ({ ...page, by: "docs" }));
}

function renderSharedPages(shown: readonly ShownApi[]): GeneratedFile[] {
  const contracts = shown.map(({ contract }) => contract);
  const logged = new Set(shown.flatMap(({ contract, isLogged }) => (isLogged ? [contract.id] : [])));
  return [renderDocsIndex(contracts, logged), ...renderLlms(contracts)];
}

/** Building them takes long, so a page that stands there as it was built from the same input is kept. */
async function redocPages(inputs: readonly DocsInput[], folder: string, record: BuildRecord): Promise<GeneratedFile[]> {
  const shown = await Promise.all(
    inputs.map(async ({ contract, file, document, bundleFrom }) => {
      const path = `docs/${contract.id}/index.html`;
      const whole = bundleFrom === undefined ? document : await bundleDocument(document, bundleFrom, file);
      const json = renderRedocDocument(contract, whole);
      const from = hashOf(`${redocBuilder}\n${json}`);
      return { path, from, json, file, title: contract.title, text: pageAsBuilt(folder, path, from, record) };
    }),
  );
  const built = await buildRedocPages(shown.filter(({ text }) => text === undefined));
  return shown.map(({ path, from, text }) => ({ path, from, text: text ?? built.shift()! }));
}
