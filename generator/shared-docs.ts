import { join } from "node:path";
import type { FolderOptions, FolderRun } from "./folder-run.js";
import type { Contract } from "./model/contract.js";
import { docsBeside, withDocsLinks } from "./model/derived/docs-links.js";
import { hasErrors, type Problem } from "./problem/problem.js";
import { docsShared } from "./problem/writing.js";
import { type OpenedFile, readIfThere, shownPath } from "./read/file.js";
import type { ListedApi, Target } from "./read/target.js";
import { readContracts } from "./read-contracts.js";
import { readRecord } from "./render/build-record.js";
import { defaultEmitters } from "./render/emitters.js";
import { type ShownApi, sharedIndex } from "./render/shared-pages.js";
import { apiOf } from "./write/manifest.js";
import { realPlace } from "./write/place.js";

/** What the pages show that all APIs of a folder share. */
export interface SharedDocs {
  /** As a run of all APIs would show them; undefined where the pages stay as they are. */
  readonly shown: readonly ShownApi[] | undefined;
  readonly problems: readonly Problem[];
  /** Every file that was opened for them. */
  readonly files: readonly OpenedFile[];
}

/** An API that may be shown. */
interface Candidate {
  readonly target: Target;
  readonly contract: Contract;
  readonly isShown: boolean;
}

/** An API that nobody named: undefined where it can't be read. */
interface Neighbour {
  readonly api: ListedApi;
  readonly candidate: Candidate | undefined;
  readonly files: readonly OpenedFile[];
}

/** Whether a run changes those pages: it makes docs of an API, or takes them away. */
export function changesDocs({ folder, apis }: FolderRun, options: FolderOptions): boolean {
  const built = builtIn(folder);
  return apis.some(
    ({ emit, target, read }) => emit.includes("docs") || (built.has(read.contract.id) && isTaken(target, options)),
  );
}

/** What those pages show: of APIs that nobody named too, where the config has them in the same folder. */
export async function sharedDocsOf(run: FolderRun, options: FolderOptions): Promise<SharedDocs> {
  const { folder, apis } = run;
  const built = builtIn(folder);
  const own = apis.map(({ target, read: { contract }, emit }): Candidate => {
    const isShown = emit.includes("docs") || (built.has(contract.id) && !isTaken(target, options));
    return { target, contract, isShown };
  });
  const { listed = [] } = apis[0]?.target ?? {};
  const others = await Promise.all(
    neighboursOf(run, listed, built, options).map((api) => readNeighbour(api, folder, built, options)),
  );
  const candidates = [...own, ...others.flatMap(({ candidate }) => candidate ?? [])];
  // Of two with one id the one that was named.
  const byId = new Map([...candidates].reverse().map((candidate) => [candidate.contract.id, candidate]));
  const isStrange = [...built].some((id) => !byId.has(id));
  const missing = others.filter(({ api, candidate }) => !candidate && (isIn(api, folder) || isStrange));

  const isKept = missing.length > 0 && readIfThere(join(folder, sharedIndex)) !== undefined;
  const index = shownPath(join(folder, sharedIndex));
  const rank = ({ target }: Candidate) => {
    const place = listed.findIndex(({ name }) => name === target.name);
    return place < 0 ? listed.length : place;
  };
  const shown = candidates
    .filter((candidate) => candidate.isShown && byId.get(candidate.contract.id) === candidate)
    .sort((a, b) => rank(a) - rank(b));
  return {
    shown: isKept ? undefined : shown.map(shownApi),
    problems: missing.map(({ api: { name, position } }) => ({ ...docsShared(name, index, isKept), position })),
    files: others.flatMap(({ files }) => files),
  };
}

/** The APIs whose docs are in a folder. */
function builtIn(folder: string): ReadonlySet<string> {
  return new Set([...readRecord(folder).keys()].flatMap((path) => apiOf(path) ?? []));
}

/** Whether docs of an API, where there are any, go in a run of it. */
function isTaken({ emit }: Target, { emit: asked }: FolderOptions): boolean {
  return asked === undefined && emit !== undefined && !emit.includes("docs");
}

function isIn({ output }: ListedApi, folder: string): boolean {
  return realPlace(output) === realPlace(folder);
}

/** Those whose docs may be there too, by the config or, where it is another folder than the config says, as they were built. */
function neighboursOf(
  { folder, apis }: FolderRun,
  listed: readonly ListedApi[],
  built: ReadonlySet<string>,
  options: FolderOptions,
): ListedApi[] {
  const named = new Set(apis.map(({ target }) => target.name));
  const ids = new Set(apis.map(({ read }) => read.contract.id));
  const areMore = [...built].some((id) => !ids.has(id));
  return listed.filter((api) => {
    if (named.has(api.name)) return false;
    if (!isIn(api, folder)) return options.output !== undefined && areMore;
    const { target } = api;
    return !target || (target.emit ?? defaultEmitters).includes("docs") || (areMore && !isTaken(target, options));
  });
}

async function readNeighbour(
  api: ListedApi,
  folder: string,
  built: ReadonlySet<string>,
  options: FolderOptions,
): Promise<Neighbour> {
  const { target } = api;
  if (!target) return { api, candidate: undefined, files: [] };
  const { reads, problems, files } = await readContracts([target], options.root);
  const contract = hasErrors(problems) ? undefined : reads[0]?.contract;
  if (!contract) return { api, candidate: undefined, files };
  const isBuilt = built.has(contract.id);
  const isDocumented = isIn(api, folder) && (target.emit ?? defaultEmitters).includes("docs");
  const isShown = isDocumented || (isBuilt && !(isIn(api, folder) && isTaken(target, options)));
  return { api, candidate: { target, contract, isShown }, files };
}

function shownApi({ target, contract }: Candidate): ShownApi {
  return { contract: withDocsLinks(contract, docsBeside), isLogged: target.history !== undefined };
}
