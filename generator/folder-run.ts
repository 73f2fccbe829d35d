import { resolve } from "node:path";
import { type Dialect, dialectOf } from "./dialect.js";
import { docsBeside, withDocsLinks } from "./model/derived/docs-links.js";
import { identityOf } from "./model/derived/identity.js";
import type { Target } from "./read/target.js";
import type { ContractResult, KnownRead, Read } from "./read-contract.js";
import { defaultEmitters, withNeeded } from "./render/emitters.js";
import type { EmittedFile } from "./render/generated-file.js";
import { realPlace } from "./write/place.js";
import type { ApiScope, Scope } from "./write/scope.js";

/** What an earlier run knows of an API. */
export interface KnownApi {
  readonly result: ContractResult<KnownRead>;
  /** Its files and the runtime, as they would be made; undefined where one of them is not there as it would be. */
  readonly filesIn: (folder: string, dialect: Dialect, withDocs: boolean) => readonly EmittedFile[] | undefined;
}

/** What a run asks for; it wins over what the targets say. */
export interface FolderOptions extends Pick<Target, "output" | "emit" | "root" | "importExtension" | "language"> {
  readonly targets: readonly Target[];
  /** Whether these are all the APIs of the config: files of others in the same folder are outdated then. */
  readonly areAll?: boolean | undefined;
  /** What is known of the API of each target. */
  readonly known?: readonly (KnownApi | undefined)[] | undefined;
}

/** What is made in one folder. */
export interface FolderRun {
  readonly folder: string;
  readonly apis: readonly ApiRun[];
  readonly dialect: Dialect;
}

export interface ApiRun {
  readonly target: Target;
  /** All that its document said or, where that is known, what is known of it. */
  readonly read: KnownRead | Read;
  readonly known: KnownApi | undefined;
  readonly emit: readonly string[];
  /** Whether the config lists the emitters. */
  readonly isListed: boolean;
}

/** The APIs by the folder that they are written to. Two names may lead to one. */
export function foldersOf(options: FolderOptions, reads: readonly (KnownRead | Read | undefined)[]): FolderRun[] {
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
    const known = options.known?.[index];
    const api = { target, read: linked, known, emit: wanted, isListed: target.emit !== undefined };
    const run = folders.get(realPlace(folder)) ?? { folder, apis: [] };
    folders.set(realPlace(folder), { ...run, apis: [...run.apis, api] });
  }
  return [...folders.values()].map((run) => {
    const own = run.apis.map(({ target }) => target);
    return { ...run, dialect: dialectOf(run.folder, own, options) };
  });
}

/** What may go: see `Scope`. `kept`: what is left as it is. */
export function scopeOf(
  { apis }: FolderRun,
  { areAll = false, emit: asked }: FolderOptions,
  kept: ReadonlySet<string>,
): Scope {
  const api = ({ read: { contract }, emit: names, isListed }: ApiRun): [string, ApiScope] => [
    contract.id,
    { emitters: withNeeded(names, contract), isWhole: isListed, identity: identityOf(contract) },
  ];
  return { apis: new Map(apis.map(api)), isAll: areAll, isPart: asked !== undefined, kept };
}
