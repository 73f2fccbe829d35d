import { resolve } from "node:path";
import { type Dialect, dialectOf, dialectProblems } from "./dialect.js";
import { problemOfFailure } from "./failure.js";
import type { HistoryResult } from "./history/log.js";
import type { Contract } from "./model/contract.js";
import { docsBeside, withDocsLinks } from "./model/derived/docs-links.js";
import { identityOf } from "./model/derived/identity.js";
import type { Problem } from "./problem/problem.js";
import { hasErrors } from "./problem/problem.js";
import { configName } from "./read/config.js";
import { shownPath } from "./read/file.js";
import type { Target } from "./read/target.js";
import type { ContractResult } from "./read-contract.js";
import { readContracts } from "./read-contracts.js";
import { hasDocs } from "./render/build-record.js";
import type { DocsInput } from "./render/docs.js";
import { defaultEmitters, emit, withNeeded } from "./render/emitters.js";
import type { EmittedFile } from "./render/generated-file.js";
import { withImportExtension } from "./render/import-extension.js";
import type { Change } from "./write/change.js";
import { realPlace, refusedOutput } from "./write/place.js";
import type { Output } from "./write/plan.js";
import type { ApiScope, Scope } from "./write/scope.js";
import { compareOutputs, type Written, writeOutputs } from "./write/write.js";

/** What to do; the settings win over those of the targets. */
export interface GenerateOptions extends Pick<Target, "output" | "emit" | "root" | "importExtension" | "language"> {
  readonly targets: readonly Target[];
  /** Compares instead of writing. */
  readonly check?: boolean | undefined;
  /** False: only makes the files, and looks at none of the output. */
  readonly write?: boolean | undefined;
  /** Whether these are all the APIs of the config: files of others in the same folder are outdated then. */
  readonly areAll?: boolean | undefined;
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

type Read = NonNullable<ContractResult["read"]>;

/** What is made in one folder. */
interface FolderRun {
  readonly folder: string;
  readonly apis: readonly ApiRun[];
  readonly dialect: Dialect;
}

interface ApiRun {
  readonly target: Target;
  readonly read: Read;
  readonly emit: readonly string[];
  /** Whether the config lists the emitters. */
  readonly isListed: boolean;
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
    ...runs.flatMap(({ apis }) =>
      dialectProblems(
        apis.map(({ target }) => target),
        options,
      ),
    ),
  ];
  if (hasErrors(found)) return { problems: found, changes: [], outputs: [], files, dialects: [], inferred: [] };

  const rendered = await Promise.all(
    runs.map(async (run) => ({
      folder: run.folder,
      ...(await renderFolder(run, options)),
      scope: scopeOf(run, options),
    })),
  );
  const ofRendering = rendered.flatMap((output) => output.problems);
  if (hasErrors(ofRendering))
    return { problems: [...found, ...ofRendering], changes: [], outputs: [], files, dialects: [], inferred: [] };
  const outputs = rendered.map(({ folder, files: made, scope }) => ({ folder, files: made, scope }));
  const { changes, problems: ofWriting } = await bring(outputs, options);
  const inferred = reads.flatMap((read) =>
    read && !read.prepared ? [{ file: shownPath(read.file), contract: read.contract }] : [],
  );
  const dialects = runs.map(({ dialect }) => dialect);
  return { problems: [...found, ...ofRendering, ...ofWriting], changes, outputs, files, dialects, inferred };
}

async function bring(
  outputs: readonly Output[],
  { check, write = true, force = false }: GenerateOptions,
): Promise<Written> {
  if (check) return compareOutputs(outputs, force);
  return write ? writeOutputs(outputs, force) : { changes: [], problems: [] };
}

/** The APIs by the folder that they are written to. Two names may lead to one. */
function foldersOf(options: GenerateOptions, reads: readonly (Read | undefined)[]): FolderRun[] {
  const { targets, output, emit: asked } = options;
  const folders = new Map<string, Omit<FolderRun, "dialect">>();
  for (const [index, target] of targets.entries()) {
    const read = reads[index];
    if (!read) continue;
    const folder = resolve(output ?? target.output ?? "generated");
    const wanted = asked ?? target.emit ?? defaultEmitters;
    // A run that makes only some of the files makes them as a whole run would.
    const documented = wanted.includes("docs") || target.emit?.includes("docs");
    const linked = { ...read, contract: withDocsLinks(read.contract, documented ? docsBeside : undefined) };
    const api = { target, read: linked, emit: wanted, isListed: target.emit !== undefined };
    const run = folders.get(realPlace(folder)) ?? { folder, apis: [] };
    folders.set(realPlace(folder), { ...run, apis: [...run.apis, api] });
  }
  return [...folders.values()].map((run) => {
    const own = run.apis.map(({ target }) => target);
    return { ...run, dialect: dialectOf(run.folder, own, options) };
  });
}

/** What may go: see `Scope`. */
function scopeOf({ apis }: FolderRun, { areAll = false, emit: asked }: GenerateOptions): Scope {
  const api = ({ read: { contract }, emit: names, isListed }: ApiRun): [string, ApiScope] => [
    contract.id,
    { emitters: withNeeded(names), isWhole: isListed, identity: identityOf(contract) },
  ];
  return { apis: new Map(apis.map(api)), isAll: areAll, isPart: asked !== undefined };
}

async function renderFolder(
  { folder, apis, dialect }: FolderRun,
  { check, stage }: GenerateOptions,
): Promise<{ readonly files: readonly EmittedFile[]; readonly problems: readonly Problem[] }> {
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
  const due = documented.length > 0 && !(check && !hasDocs(folder));
  const logs = due ? await logsOf(documented) : [];
  problems.push(...logs.flatMap((log) => log.problems));
  const pages = () =>
    docsOf(
      documented.map(({ read }, index) => ({ ...read, log: logs[index]?.log })),
      folder,
    );
  const docs = due && !hasErrors(problems) ? await madeFor(documented[0]!.read, pages) : [];
  // Each API brings the runtime: it is written once.
  const unique = new Map([...files.flat(), ...docs].map((file) => [file.path, file]));
  return { files: hasErrors(problems) ? [] : await writtenAs([...unique.values()], dialect), problems };
}

async function writtenAs(files: readonly EmittedFile[], { language, importExtension }: Dialect) {
  if (language === "ts") return withImportExtension(files, importExtension);
  const { asJavaScript } = await import("./render/javascript.js");
  // No file of JavaScript is called `.ts`.
  return withImportExtension(await asJavaScript(files), importExtension === "ts" ? "js" : importExtension);
}

/** What the versions of each API changed, of those whose config says by which tags. */
async function logsOf(documented: readonly ApiRun[]): Promise<HistoryResult[]> {
  if (documented.every(({ target }) => target.history === undefined)) return [];
  const { historiesOf } = await import("./history/log.js");
  return historiesOf(documented.map(({ target, read }) => ({ target, contract: read.contract })));
}

/** What makes docs is loaded only where there are docs to make. */
async function docsOf(documented: readonly (Read & Pick<DocsInput, "log">)[], folder: string): Promise<EmittedFile[]> {
  const { renderDocs } = await import("./render/docs.js");
  const inputs: DocsInput[] = documented.map((read) => ({ ...read, file: shownPath(read.file) }));
  return renderDocs(inputs, folder);
}
