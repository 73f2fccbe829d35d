import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printedLogs } from "../../generator/commands/changelog/print.js";
import { changesMarkdown } from "../../generator/commands/diff/markdown.js";
import { printChanges } from "../../generator/commands/diff/text.js";
import { compareContracts } from "../../generator/diff/compare.js";
import { sideOfContract } from "../../generator/diff/side.js";
import type { Contract, ContractError } from "../../generator/model/contract.js";
import { docsBeside, withDocsLinks } from "../../generator/model/derived/docs-links.js";
import { printProblems } from "../../generator/problem/print.js";
import { hasErrors, type Problem } from "../../generator/problem/problem.js";
import { type ContractResult, readContract } from "../../generator/read-contract.js";
import { renderChangesPage } from "../../generator/render/changes-page.js";
import { renderCodePages } from "../../generator/render/code-pages.js";
import { makeParts, renderSharedPages } from "../../generator/render/docs.js";
import { emit, emitterNames } from "../../generator/render/emitters.js";
import { renderMatrixPage } from "../../generator/render/matrix-page.js";
import { renderRedocDocument } from "../../generator/render/redoc.js";
import { renderTemplate } from "../../generator/render/template.js";
import { scanData } from "../../generator/view/scan/data.js";
import { nextSteps } from "../../generator/view/scan/next-steps.js";
import { overlayOf } from "../../generator/view/scan/overlay.js";
import { overlayText } from "../../generator/view/scan/overlay-text.js";
import { scanPage } from "../../generator/view/scan/report.js";
import { errorPage } from "../../generator/view/terminal/code-page.js";
import { richDocument } from "./rich-document.js";
import { textsOf, withTexts } from "./texts-of.js";

/** The texts of the document that every other one is made of. */
export const fields: readonly string[] = textsOf(richDocument);

/** Texts that have to stay addresses, paths or names of headers: another text stands behind them. */
const stays = /^(?:\/|https:|X-|(?:by|note|state)$)/;

/** All that is made of one document. */
export interface Rendered {
  /** The text of each file, by a name that is the same for all documents. */
  readonly files: ReadonlyMap<string, string>;
  readonly codes: readonly string[];
}

/** What is made of the document with other texts in the place of its own, or behind them; undefined where it is refused. */
export async function renderWith(
  folder: string,
  texts: readonly string[],
  place: Place,
): Promise<Rendered | undefined> {
  const changed = fields.map((field, index): [string, string] => {
    const text = texts[index % texts.length]!;
    return [field, place === "behind" || stays.test(field) ? `${field} ${text}` : text];
  });
  const path = join(folder, "openapi.json");
  writeFileSync(path, JSON.stringify(withTexts(richDocument, new Map(changed))));
  const { read, problems } = readContract(path, folder);
  if (!read || hasErrors(problems)) return undefined;
  const contract = withDocsLinks(read.contract, docsBeside);
  const names = emitterNames.filter((name) => name !== "docs");
  const emitted = await emit({ contract, schemas: read.schemas }, names);
  const pages = [
    ...renderCodePages(contract),
    renderMatrixPage(contract),
    ...renderSharedPages(makeParts([{ contract, isLogged: false }], undefined)),
  ];
  const files = [...emitted, ...pages].filter(({ path }) => !path.startsWith("runtime/"));
  const codes = contract.errors.map(({ code }: ContractError) => code);
  return {
    files: new Map([
      ...files.map(
        ({ path, text }, index) => [`${index} ${path.replace(/errors\/.*(?=\.html)/s, "errors/x")}`, text] as const,
      ),
      ["redoc.json", renderRedocDocument(contract, read.document)],
      ...changesOf(contract),
      ...shownOf(read, problems),
    ]),
    codes,
  };
}

/** What is told of a version that brought every other error: as a page, as a file, and as a comment of a pull request. */
function changesOf(contract: Contract): [string, string][] {
  const { data, parser } = sideOfContract(contract);
  const before = { data: { ...data, errors: data.errors.filter((_, index) => index % 2 === 0) }, parser };
  const changes = compareContracts(before, { data, parser });
  const log = [{ version: data.version, errors: data.errors.length, changes }];
  const apis = [{ api: data.id, title: data.title, log }];
  const position = { file: "openapi.json", line: 1, column: 1, text: "" };
  const placed = changes.map((change) => ({ ...change, before: position, after: position, accepted: null }));
  const report = { changes: placed, problems: [], versions: [], newDocuments: [] };
  return [
    ["changes.html", renderChangesPage(contract, log).text],
    ["changes.md", printedLogs(apis, "markdown", false)],
    ["comment.md", changesMarkdown(report)],
    ["changes.terminal", printedLogs(apis, "text", false) + printChanges(placed, false)],
  ];
}

/** What commands show of it, and the overlay that scan writes. */
function shownOf(read: NonNullable<ContractResult["read"]>, problems: readonly Problem[]): [string, string][] {
  const screen = { width: 80, colour: false };
  const survey = read.survey();
  const data = scanData({ ...read, survey }, problems);
  const pages = read.contract.errors.map((error) => errorPage(error, read.contract, screen));
  return [
    ...pages.map((page, index): [string, string] => [
      `explain ${index}.terminal`,
      renderTemplate("terminal/page", page),
    ]),
    [
      "scan.terminal",
      renderTemplate("terminal/page", scanPage(data, nextSteps(data, "openapi.json", undefined), screen)),
    ],
    ["lint.terminal", printProblems(problems, "text", false)],
    ["overlay.yaml", overlayText(overlayOf(read.contract, survey, read.file), survey)],
  ];
}

export type Place = "alone" | "behind";

/** The same with texts that say nothing. */
export async function renderTwins(folder: string): Promise<Readonly<Record<Place, Rendered>>> {
  const texts = fields.map((_, index) => `plain ${index}`);
  const [alone, behind] = [await renderWith(folder, texts, "alone"), await renderWith(folder, texts, "behind")];
  if (!alone || !behind) throw new Error("the document is refused with plain texts");
  return { alone, behind };
}

/** The n-th document: each field with the text that stands so many places further in the list. */
export function textsAt(shift: number, all: readonly string[]): string[] {
  return fields.map((_, index) => all[(index + shift) % all.length]!);
}
