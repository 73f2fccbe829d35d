import { join, resolve } from "node:path";
import { type Dialect, dialectProblems } from "./dialect.js";
import { type ApiRun, type FolderRun, foldersOf, scopeOf } from "./folder-run.js";
import type { Problem } from "./problem/problem.js";
import { hasErrors } from "./problem/problem.js";
import { configName } from "./read/config.js";
import { type OpenedFile, openedOf, shownPath } from "./read/file.js";
import type { Target } from "./read/target.js";
import type { ContractResult, KnownRead } from "./read-contract.js";
import { readUnknown } from "./read-contracts.js";
import { withNeeded } from "./render/emitters.js";
import type { CostlyText } from "./render/generated-file.js";
import { type RenderOptions, renderFolder } from "./render-folder.js";
import { errorsWithTypes } from "./view/typescript/errors-with-types.js";
import type { Change } from "./write/change.js";
import { refusedOutput } from "./write/place.js";
import type { Output } from "./write/plan.js";
import { compareOutputs, type Standing, type Written, writeOutputs } from "./write/write.js";

/** What to do; the settings win over those of the targets. */
export interface GenerateOptions extends RenderOptions {
  /** False: only makes the files, and looks at none of the output. */
  readonly write?: boolean | undefined;
  /** Generated files that somebody edited are replaced, and nothing is kept of them. */
  readonly force?: boolean | undefined;
}

export interface GenerateResult {
  readonly problems: readonly Problem[];
  /** What was written, or would be. Empty where problems stopped it: then nothing was written at all. */
  readonly changes: readonly Change[];
  /** All that was made. */
  readonly outputs: readonly Output[];
  /** Every file that it depends on. */
  readonly files: readonly OpenedFile[];
  /** How the code of each folder is written. */
  readonly dialects: readonly Dialect[];
  /** What was found in documents that do not say where their codes stand. */
  readonly inferred: readonly Inferred[];
  /** Types that nobody asked for, and that errors refer to. */
  readonly brought: readonly BroughtTypes[];
  /** What was read and made, API by API. */
  readonly apis: readonly MadeApi[];
  readonly costly: readonly CostlyText[];
  /** What stands in each folder then. */
  readonly standing: readonly Standing[];
  /** Whether the same again would do the same: it depends on nothing but those files, and nobody is in its way. */
  readonly isRepeatable: boolean;
}

export interface MadeApi {
  readonly target: Target;
  readonly result: ContractResult<KnownRead>;
  readonly folder: string;
  readonly dialect: Dialect;
  readonly emitters: ReadonlySet<string>;
}

export interface BroughtTypes {
  readonly path: string;
  /** The codes whose details they are. */
  readonly codes: readonly string[];
}

export interface Inferred {
  readonly file: string;
  readonly codes: number;
  readonly errorAnswers: number;
  readonly answersWithCodes: number;
}

/** The whole pipeline: documents in, files out. Everything is made in memory before the first file is touched. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  options.stage?.("reading");
  const { targets, root, known = [] } = options;
  const { reads, results, files, problems } = await readUnknown(
    targets,
    root,
    known.map((api) => api?.result),
  );
  const runs = foldersOf(options, reads);
  const sources = [...openedOf(files), ...(options.areAll ? [resolve(configName)] : [])].map((file) => resolve(file));
  const found = [
    ...problems,
    ...runs.flatMap(({ folder, apis }) => whereSaid(refusedOutput(folder, sources), apis, options)),
    ...runs.flatMap(({ folder, apis }) =>
      dialectProblems(
        folder,
        apis.map(({ target }) => target),
        options,
      ),
    ),
  ];
  if (hasErrors(found)) return stopped(found, files);

  const rendered = await Promise.all(
    runs.map(async (run) => {
      const made = await renderFolder(run, options);
      return { folder: run.folder, ...made, scope: scopeOf(run, options, made.kept) };
    }),
  );
  const read = [...files, ...rendered.flatMap(({ beside }) => beside)];
  const ofRendering = rendered.flatMap((output) => output.problems);
  if (hasErrors(ofRendering)) return stopped([...found, ...ofRendering], read);
  const outputs = rendered.map(({ folder, files: made, scope }) => ({ folder, files: made, scope }));
  const { changes, problems: ofWriting, standing } = await bring(outputs, options);
  return {
    problems: [...found, ...ofRendering, ...ofWriting],
    ...{ changes, outputs, files: read, standing },
    costly: rendered.flatMap(({ costly }) => costly),
    dialects: runs.map(({ dialect }) => dialect),
    apis: runs.flatMap((run) => run.apis.map((api) => madeApi(api, run, results[targets.indexOf(api.target)]!))),
    brought: runs.flatMap((run) => run.apis.flatMap((api) => broughtTypes(api, run))),
    inferred: reads.flatMap((read) => (read && !read.prepared ? [inferredIn(read)] : [])),
    isRepeatable: ofWriting.length === 0 && targets.every(({ history }) => history === undefined),
  };
}

function madeApi({ target, read, emit }: ApiRun, { folder, dialect }: FolderRun, result: MadeApi["result"]): MadeApi {
  return { target, result, folder, dialect, emitters: withNeeded(emit, read.contract) };
}

function broughtTypes({ read: { contract }, emit }: ApiRun, { folder, dialect }: FolderRun): BroughtTypes[] {
  if (emit.includes("types") || !withNeeded(emit, contract).has("types")) return [];
  const path = shownPath(join(folder, contract.id, dialect.language === "ts" ? "types.ts" : "types.d.ts"));
  return [{ path, codes: errorsWithTypes(contract).map(({ code }) => code) }];
}

/** What redocly.yaml says of an output is told where it says it. */
function whereSaid(problems: readonly Problem[], apis: readonly ApiRun[], { output }: GenerateOptions): Problem[] {
  const said = output === undefined ? apis.flatMap(({ target }) => target.places?.output ?? []) : [];
  const [position] = said;
  return problems.map((problem) => (position ? { ...problem, position } : problem));
}

function stopped(problems: readonly Problem[], files: readonly OpenedFile[]): GenerateResult {
  const nothing = {
    changes: [],
    outputs: [],
    dialects: [],
    apis: [],
    brought: [],
    inferred: [],
    costly: [],
    standing: [],
  };
  return { problems, files, ...nothing, isRepeatable: false };
}

function inferredIn({ file, contract: { errors, coverage } }: KnownRead): Inferred {
  return {
    file: shownPath(file),
    codes: errors.filter(({ wire }) => wire).length,
    errorAnswers: coverage.errorResponses,
    answersWithCodes: coverage.withListedCodes,
  };
}

async function bring(
  outputs: readonly Output[],
  { check, write = true, force = false }: GenerateOptions,
): Promise<Written> {
  if (check) return compareOutputs(outputs, force);
  return write ? writeOutputs(outputs, force) : { changes: [], problems: [], standing: [] };
}
