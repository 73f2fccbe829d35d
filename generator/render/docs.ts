import type { VersionChanges } from "../diff/changelog.js";
import type { Contract } from "../model/contract.js";
import { type BuildRecord, hashOf, pageAsBuilt, readRecord } from "./build-record.js";
import type { bundleDocument } from "./bundle-document.js";
import { renderChangesPage } from "./changes-page.js";
import { renderCodePages } from "./code-pages.js";
import { renderDocsIndex } from "./docs-index.js";
import type { CostlyText, EmittedFile, GeneratedFile, PageAsMade } from "./generated-file.js";
import { renderLlms } from "./llms.js";
import { renderMatrixPage } from "./matrix-page.js";
import { renderRedocDocument } from "./redoc.js";
import { buildRedocPages, redocBuilder, type ShownDocument } from "./redoc-pages.js";
import { partOf } from "./shared-part.js";

export { makeParts } from "./shared-part.js";

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
 * folder share, of their parts, unless they stay as they are.
 */
export async function renderDocs(
  inputs: readonly DocsInput[],
  parts: readonly CostlyText[] | undefined,
  folder: string,
  pageAsMade?: PageAsMade,
): Promise<EmittedFile[]> {
  const record = readRecord(folder);
  const shownByRedoc = await redocPages(inputs, folder, record);
  // Redoc works in threads of its own: meanwhile, all other pages are made in this one.
  const [built, others] = await Promise.all([
    buildRedocPages(shownByRedoc.filter(({ text }) => text === undefined)),
    otherPages(inputs, parts, (path, shown) => pageAsMade?.(folder, path, shown)),
  ]);
  const left = [...built];
  const redoc = shownByRedoc.map(({ path, from, text }) => ({ path, from, text: text ?? left.shift()! }));
  return [...redoc.map(emitted), ...others];
}

/** Those that are made of templates. */
async function otherPages(
  inputs: readonly DocsInput[],
  parts: readonly CostlyText[] | undefined,
  pageAsMade: (path: string, shown: string) => EmittedFile | undefined,
): Promise<EmittedFile[]> {
  const contracts = inputs.map(({ contract }) => contract);
  const pages = [
    ...(parts && parts.length > 0 ? renderSharedPages(parts) : []),
    ...contracts.map(renderMatrixPage),
    ...inputs.flatMap(({ contract, log }) => (log ? [renderChangesPage(contract, log)] : [])),
  ];
  return [...pages.map(emitted), ...contracts.flatMap((contract) => renderCodePages(contract, pageAsMade))];
}

function emitted(page: GeneratedFile): EmittedFile {
  return { ...page, by: "docs" };
}

/** Those that all APIs of a folder share, of what each of them adds. */
export function renderSharedPages(made: readonly CostlyText[]): GeneratedFile[] {
  const parts = made.map(partOf);
  return [renderDocsIndex(parts), ...renderLlms(parts)];
}

/** A page of Redoc, what it is built from, and its text where it stands there as it was built from the same. */
interface RedocPage extends ShownDocument {
  readonly path: string;
  readonly from: string;
  readonly text: string | undefined;
}

/** Most documents are one file: what runs Redocly is loaded for the others. */
const bundled: typeof bundleDocument = async (...given) =>
  (await import("./bundle-document.js")).bundleDocument(...given);

/** Building them takes long, so a page that stands there as it was built from the same input is kept. */
function redocPages(inputs: readonly DocsInput[], folder: string, record: BuildRecord): Promise<RedocPage[]> {
  return Promise.all(
    inputs.map(async ({ contract, file, document, bundleFrom }) => {
      const path = `docs/${contract.id}/index.html`;
      const whole = bundleFrom === undefined ? document : await bundled(document, bundleFrom, file);
      const json = renderRedocDocument(contract, whole);
      const from = hashOf(`${redocBuilder}\n${json}`);
      return { path, from, json, file, title: contract.title, text: pageAsBuilt(folder, path, from, record) };
    }),
  );
}
