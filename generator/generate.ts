import { resolve } from "node:path";
import { type Dialect, dialectProblems } from "./dialect.js";
import { problemOfFailure } from "./failure.js";
import { type ApiRun, type FolderOptions, type FolderRun, foldersOf, type Read, scopeOf } from "./folder-run.js";
import type { HistoryResult } from "./history/log.js";
import type { Contract } from "./model/contract.js";
import type { Problem } from "./problem/problem.js";
import { hasErrors } from "./problem/problem.js";
import { configName } from "./read/config.js";
import { shownPath } from "./read/file.js";
import { readContracts } from "./read-contracts.js";
import { hasDocs } from "./render/build-record.js";
import type { DocsInput } from "./render/docs.js";
import { emit } from "./render/emitters.js";
import type { EmittedFile } from "./render/generated-file.js";
import { withImportExtension } from "./render/import-extension.js";
import { sharedPages } from "./render/shared-pages.js";
import { changesDocs, type SharedDocs, sharedDocsOf } from "./shared-docs.js";
import type { Change } from "./write/change.js";
import { refusedOutput } from "./write/place.js";
import type { Output } from "./write/plan.js";
import { compareOutputs, type Written, writeOutputs } from "./write/write.js";

/** What to do; the settings win over those of the targets. */
export interface GenerateOptions extends FolderOptions {
  /** Compares instead of writing. */
  readonly check?: boolean | undefined;
  /** False: only makes the files, and looks at none of the output. */
  readonly write?: boolean | undefined;
  /** Generated files that somebody edited are replaced, and nothing is kept of them. */
  readonly force?: boolean | undefined;
  /** Is told what the run is at: `reading`, `types`, `docs`. */
  readonly stage?: ((name: string) => void) | undefined;
}

export interface GenerateResult {
  readonly problems: readonly Problem[];
  /** What was written, or would be. Empty where problems stopped it: then nothing was written at all. */
  readonly changes: readonly Change[];
  /** All that was made. */
  readonly outputs: readonly Output[];
  /** Every file that was read. */
  readonly files: readonly string[];
  /** How the code of each folder is written. */
  readonly dialects: readonly Dialect[];
  /** The contracts of documents that do not say where their codes stand. */
  readonly inferred: readonly { readonly file: string; readonly contract: Contract }[];
}

/** The whole pipeline: documents in, files out. Everything is made in memory before the first file is touched. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  options.stage?.("reading");
  const { reads, files, problems } = await readContracts(options.targets, options.root);
  const runs = foldersOf(options, reads);
  const sources = [...files, ...(options.areAll ? [resolve(configName)] : [])].map((file) => resolve(file));
  const found = [
    ...problems,
    ...runs.flatMap(({ folder }) => refusedOutput(folder, sources)),
    ...runs.flatMap(({ folder, apis }) =>
      dialectProblems(
        folder,
        apis.map(({ target }) => target),
        options,
      ),
    ),
  ];
  if (hasErrors(found)) return { problems: found, changes: [], outputs: [], files, dialects: [], inferred: [] };

  const rendered = await Promise.all(
    runs.map(async (run) => {
      const made = await renderFolder(run, options);
      return { folder: run.folder, ...made, scope: scopeOf(run, options, made.kept) };
    }),
  );
  const read = [...files, ...rendered.flatMap(({ beside }) => beside)];
  const ofRendering = rendered.flatMap((output) => output.problems);
  if (hasErrors(ofRendering))
    return { problems: [...found, ...ofRendering], changes: [], outputs: [], files: read, dialects: [], inferred: [] };
  const outputs = rendered.map(({ folder, files: made, scope }) => ({ folder, files: made, scope }));
  const { changes, problems: ofWriting } = await bring(outputs, options);
  const inferred = reads.flatMap((read) =>
    read && !read.prepared ? [{ file: shownPath(read.file), contract: read.contract }] : [],
  );
  const dialects = runs.map(({ dialect }) => dialect);
  return { problems: [...found, ...ofRendering, ...ofWriting], changes, outputs, files: read, dialects, inferred };
}

async function bring(
  outputs: readonly Output[],
  { check, write = true, force = false }: GenerateOptions,
): Promise<Written> {
  if (check) return compareOutputs(outputs, force);
  return write ? writeOutputs(outputs, force) : { changes: [], problems: [] };
}

interface Rendered {
  readonly files: readonly EmittedFile[];
  readonly problems: readonly Problem[];
  /** What stays as it is. */
  readonly kept: ReadonlySet<string>;
  /** Files that were read of APIs that nobody named. */
  readonly beside: readonly string[];
}

async function renderFolder(run: FolderRun, options: GenerateOptions): Promise<Rendered> {
  const { folder, apis, dialect } = run;
  const { check, stage } = options;
  const problems: Problem[] = [];
  const madeFor = async (read: Read, files: () => Promise<readonly EmittedFile[]>) => {
    try {
      return await files();
    } catch (error) {
      problems.push(problemOfFailure(error, shownPath(read.file)));
      return [];
    }
  };
  stage?.("types");
  const files = await Promise.all(apis.map(({ read, emit: names }) => madeFor(read, () => emit(read, names))));
  const documented = apis.filter(({ emit: names }) => names.includes("docs"));
  if (documented.length > 0) stage?.("docs");
  // Docs take a browser's worth of bytes and are often left out of a checkout: none there is no drift.
  const due = changesDocs(run, options) && !(check && !hasDocs(folder));
  const logs = due ? await logsOf(documented) : [];
  problems.push(...logs.flatMap((log) => log?.problems ?? []));
  const shared = due ? await sharedDocsOf(run, options) : undefined;
  problems.push(...(shared?.problems ?? []));
  const pages = () =>
    docsOf(
      documented.map(({ read }, index) => ({ ...read, log: logs[index]?.log })),
      shared?.shown,
      folder,
    );
  const docs = due && !hasErrors(problems) ? await madeFor(apis[0]!.read, pages) : [];
  // Each API brings the runtime: it is written once.
  const unique = new Map([...files.flat(), ...docs].map((file) => [file.path, file]));
  return {
    files: hasErrors(problems) ? [] : await writtenAs([...unique.values()], dialect),
    problems,
    kept: shared && !shared.shown ? sharedPages : new Set(),
    beside: shared?.files ?? [],
  };
}

async function writtenAs(files: readonly EmittedFile[], { language, importExtension }: Dialect) {
  if (language === "ts") return withImportExtension(files, importExtension);
  const { asJavaScript } = await import("./render/javascript.js");
  // No file of JavaScript is called `.ts`.
  return withImportExtension(await asJavaScript(files), importExtension === "ts" ? "js" : importExtension);
}

/** What the versions of each API changed, of those whose config says by which tags. */
async function logsOf(documented: readonly ApiRun[]): Promise<(HistoryResult | undefined)[]> {
  if (documented.every(({ target }) => target.history === undefined)) return [];
  const { historiesOf } = await import("./history/log.js");
  return historiesOf(documented.map(({ target, read }) => ({ target, contract: read.contract })));
}

/** What makes docs is loaded only where there are docs to make. */
async function docsOf(
  documented: readonly (Read & Pick<DocsInput, "log">)[],
  shown: SharedDocs["shown"],
  folder: string,
): Promise<EmittedFile[]> {
  const { renderDocs } = await import("./render/docs.js");
  const inputs: DocsInput[] = documented.map((read) => ({ ...read, file: shownPath(read.file) }));
  return renderDocs(inputs, shown, folder);
}
