import { problemOfFailure } from "./failure.js";
import type { ApiRun, FolderOptions, FolderRun } from "./folder-run.js";
import type { HistoryResult } from "./history/log.js";
import { hasErrors, type Problem } from "./problem/problem.js";
import { type OpenedFile, shownPath } from "./read/file.js";
import type { Read } from "./read-contract.js";
import { readTarget } from "./read-contracts.js";
import { hasDocs } from "./render/build-record.js";
import type { TextAsMade } from "./render/emit-input.js";
import { emit } from "./render/emitters.js";
import type { CostlyText, EmittedFile, PageAsMade } from "./render/generated-file.js";
import { withImportExtension } from "./render/import-extension.js";
import { sharedPages } from "./render/shared-pages.js";
import { changesDocs, sharedDocsOf } from "./shared-docs.js";
import { hashOfFile } from "./write/hash.js";

export interface RenderOptions extends FolderOptions {
  /** Compares instead of writing. */
  readonly check?: boolean | undefined;
  /** Is told what the run is at: `reading`, `types`, `docs`. */
  readonly stage?: ((name: string) => void) | undefined;
  readonly textAsMade?: TextAsMade | undefined;
  readonly pageAsMade?: PageAsMade | undefined;
}

export interface Rendered {
  readonly files: readonly EmittedFile[];
  readonly problems: readonly Problem[];
  readonly costly: readonly CostlyText[];
  /** What stays as it is. */
  readonly kept: ReadonlySet<string>;
  /** Files that were read of APIs that nobody named. */
  readonly beside: readonly OpenedFile[];
}

/** An API whose files have to be made, with all that its document said. */
interface FreshApi {
  readonly api: ApiRun;
  readonly read: Read;
}

/** All that is to be in one folder. What stands there as it would be made is not made again. */
export async function renderFolder(run: FolderRun, options: RenderOptions): Promise<Rendered> {
  const { folder, apis, dialect } = run;
  const { check, stage, textAsMade, pageAsMade } = options;
  const problems: Problem[] = [];
  const madeFor = async <Made>(file: string, make: () => Promise<readonly Made[]>): Promise<readonly Made[]> => {
    try {
      return await make();
    } catch (error) {
      // Of pages that are made together, each may fail.
      const failures = error instanceof AggregateError ? error.errors : [error];
      problems.push(...failures.map((failure) => problemOfFailure(failure, shownPath(file))));
      return [];
    }
  };
  /** What is known of an API is not all that its files are made from: then its document is read after all. */
  const freshApi = async (api: ApiRun): Promise<FreshApi[]> => {
    if ("document" in api.read) return [{ api, read: api.read }];
    const result = await readTarget(api.target, options.root);
    const { read } = result;
    problems.push(...result.problems.filter(({ level }) => level === "error"));
    return read ? [{ api, read: { ...read, contract: api.read.contract } }] : [];
  };
  // Docs take a browser's worth of bytes and are often left out of a checkout: none there is no drift.
  const due = changesDocs(run, options) && !(check && !hasDocs(folder));
  const standing = apis.map(({ known }) => known?.filesIn(folder, dialect, due));
  const unmade = apis.filter((_, index) => !standing[index]);
  const fresh = (await Promise.all(unmade.map((api) => madeFor(api.read.file, () => freshApi(api))))).flat();

  stage?.("types");
  const files = await Promise.all(
    fresh.map(({ api, read }) => madeFor(read.file, () => emit({ ...read, textAsMade }, api.emit))),
  );
  const documented = fresh.filter(({ api }) => api.emit.includes("docs"));
  if (documented.length > 0) stage?.("docs");
  const logs = due ? await logsOf(documented) : [];
  problems.push(...logs.flatMap((log) => log?.problems ?? []));
  const shared = due ? await sharedDocsOf(run, options) : undefined;
  problems.push(...(shared?.problems ?? []));
  const parts: CostlyText[] = [];
  const pages = async () => {
    // What makes docs is loaded only where there are docs to make.
    const { makeParts, renderDocs } = await import("./render/docs.js");
    if (shared?.shown) parts.push(...makeParts(shared.shown, textAsMade));
    return renderDocs(
      documented.map(({ read }, index) => ({ ...read, file: shownPath(read.file), log: logs[index]?.log })),
      shared?.shown && parts,
      folder,
      pageAsMade,
    );
  };
  const docs = due && !hasErrors(problems) ? await madeFor(apis[0]!.read.file, pages) : [];
  const printed = docs.filter(({ stands }) => !stands);
  const written = hasErrors(problems) ? [] : await writtenAs(unique([...files.flat(), ...printed]), run);
  const stood = [...standing.flatMap((made) => made ?? []), ...docs.filter(({ stands }) => stands)];
  return {
    files: hasErrors(problems) ? [] : unique([...stood, ...asStanding(written, stood)]),
    problems,
    costly: [
      ...files.flat().flatMap(({ path, from, text }) => (from === undefined ? [] : [{ path, from, text }])),
      ...parts,
    ],
    kept: shared && !shared.shown ? sharedPages : new Set(),
    beside: shared?.files ?? [],
  };
}

/** Where a file that was made stands already, as what all APIs share does, it need not be read to be compared. */
function asStanding(files: readonly EmittedFile[], standing: readonly EmittedFile[]): EmittedFile[] {
  const byPath = new Map(standing.map(({ path, stands }) => [path, stands]));
  return files.map((file) => {
    const stands = byPath.get(file.path);
    return stands?.hash === hashOfFile(file) ? { ...file, stands } : file;
  });
}

/** Each API brings the runtime: it is written once. */
function unique(files: readonly EmittedFile[]): EmittedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

async function writtenAs(files: readonly EmittedFile[], { dialect: { language, importExtension } }: FolderRun) {
  if (language === "ts") return withImportExtension(files, importExtension);
  const { asJavaScript } = await import("./render/javascript.js");
  // No file of JavaScript is called `.ts`.
  return withImportExtension(await asJavaScript(files), importExtension === "ts" ? "js" : importExtension);
}

/** What the versions of each API changed, of those whose config says by which tags. */
async function logsOf(documented: readonly FreshApi[]): Promise<(HistoryResult | undefined)[]> {
  if (documented.every(({ api }) => api.target.history === undefined)) return [];
  const { historiesOf } = await import("./history/log.js");
  return historiesOf(documented.map(({ api, read }) => ({ target: api.target, contract: read.contract })));
}
