import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Dialect } from "../dialect.js";
import type { KnownApi } from "../folder-run.js";
import type { GenerateResult, MadeApi } from "../generate.js";
import { hasErrors } from "../problem/problem.js";
import type { OpenedFile } from "../read/file.js";
import { once } from "../read/made-once.js";
import type { Target } from "../read/target.js";
import type { ContractResult, KnownRead } from "../read-contract.js";
import type { EmittedFile, PageAsMade } from "../render/generated-file.js";
import { hashOfFile } from "../write/hash.js";
import { apiOf, isOfDocs } from "../write/manifest.js";
import type { StandingFile } from "../write/plan.js";
import { filesAsKnown, type KnownInput, knownInputs } from "./inputs.js";
import { fileAsKnown, type MadeFile } from "./outputs.js";
import type { Run } from "./run.js";
import { readSealed, writeSealed } from "./sealed-file.js";

/** What a document said, and what was made of it. */
interface ApiRecord {
  /** The settings that it was read with. */
  readonly settings: string;
  readonly inputs: readonly KnownInput[];
  readonly read: KnownRead;
  readonly problems: ContractResult["problems"];
  readonly folder: string;
  readonly dialect: string;
  readonly emitters: readonly string[];
  readonly made: readonly MadeFile[];
}

interface Records {
  readonly program: string;
  readonly apis: readonly ApiRecord[];
  /** The runtimes, which all APIs of a folder stand on. */
  readonly shared: ReadonlyMap<string, readonly MadeFile[]>;
}

/** What is known of some APIs. */
interface Recalled {
  /** For each target: undefined where what it is read from is not as it was. */
  readonly known: readonly (KnownApi | undefined)[];
  /** Of one that has to be made again, pages may be as they were. */
  readonly pageAsMade: PageAsMade;
}

export function recallApis(run: Run, targets: readonly Target[]): Recalled {
  const records = readSealed(fileOf(run), (content) => deserialize(content) as Records);
  if (records?.program !== run.program) return { known: [], pageAsMade: () => undefined };
  const bySettings = new Map(records.apis.map((api) => [api.settings, api]));
  const shared = new Map([...records.shared].map(([folder, files]) => [folder, once(() => standingIn(folder, files))]));
  const known = targets.map((target) => {
    const record = bySettings.get(settingsOf(target));
    const files = record && filesAsKnown(record.inputs);
    return files && knownApi(record, files, shared.get(record.folder));
  });
  return { known, pageAsMade: pagesIn(records.apis) };
}

function pagesIn(apis: readonly ApiRecord[]): PageAsMade {
  const pages = once(() => {
    const all = apis.flatMap(({ folder, made }) => made.map((file) => [join(folder, file.path), file] as const));
    return new Map(all.filter(([, { shown }]) => shown !== undefined));
  });
  return (folder, path, shown) => {
    const page = pages().get(join(folder, path));
    return page?.shown === shown ? fileAsKnown(folder, page) : undefined;
  };
}

/** Remembers each API of a run, for the next one in which only some of them changed. */
export function rememberApis(run: Run, { apis, outputs, standing, problems, isRepeatable }: GenerateResult): void {
  // Of one that is alone and without docs, the run itself is known.
  const isAlone = apis.length < 2 && !outputs.some(({ files }) => files.some(({ shown }) => shown));
  if (isAlone || !isRepeatable || hasErrors(problems)) return;
  const byFolder = new Map(
    outputs.map(({ folder, files }, place) => [folder, filesByApi(files, standing[place]?.files ?? [])]),
  );
  const records: Records = {
    program: run.program,
    apis: apis.flatMap((api) => recordOf(api, byFolder.get(api.folder)?.get(api.result.read?.contract.id) ?? [])),
    // Pages that all share are made each time.
    shared: new Map([...byFolder].map(([folder, files]) => [folder, (files.get(undefined) ?? []).filter(isNoPage)])),
  };
  writeSealed(fileOf(run), serialize(records));
}

function fileOf({ file }: Run): string {
  return `${file}.apis`;
}

/** All of a target but what it is asked for, which is read anew, and what others are. */
function settingsOf({ listed: _, ...settings }: Target): string {
  return JSON.stringify(settings);
}

/** Each is gone through once, however many APIs there are. Under none stands what they share. */
function filesByApi(
  files: readonly EmittedFile[],
  standing: readonly StandingFile[],
): ReadonlyMap<string | undefined, readonly MadeFile[]> {
  const byApi = new Map<string | undefined, MadeFile[]>();
  const byPath = new Map(standing.map((file) => [file.path, file]));
  for (const file of files) {
    const hash = hashOfFile(file);
    const stood = byPath.get(file.path);
    const known = { ...madeOf(file), hash, stamp: stood?.hash === hash ? stood.stamp : undefined };
    const id = apiOf(file.path);
    if (!byApi.get(id)?.push(known)) byApi.set(id, [known]);
  }
  return byApi;
}

/** All but its text, which may have to be read. */
function madeOf({ path, by, from, shown, yields }: EmittedFile): Omit<EmittedFile, "text"> {
  return { path, by, ...(from !== undefined && { from }), ...(shown && { shown }), ...(yields && { yields }) };
}

function isNoPage({ path }: MadeFile): boolean {
  return !isOfDocs(path);
}

function recordOf({ target, result, folder, dialect, emitters }: MadeApi, made: readonly MadeFile[]): ApiRecord[] {
  const { read, problems } = result;
  const inputs = knownInputs(result.files);
  if (!read || !inputs) return [];
  const { contract, prepared, file } = read;
  const known = { contract, prepared, file };
  const asked = { folder, dialect: nameOf(dialect), emitters: [...emitters] };
  return [{ settings: settingsOf(target), inputs, read: known, problems, ...asked, made }];
}

type Standing = readonly EmittedFile[] | undefined;

function knownApi(
  { read, problems, folder, dialect, emitters, made }: ApiRecord,
  files: readonly OpenedFile[],
  shared: (() => { readonly files: Standing }) | undefined,
): KnownApi {
  return {
    result: { read, problems, files },
    filesIn: (asked, wanted, withDocs) => {
      if (asked !== folder || nameOf(wanted) !== dialect) return undefined;
      const own = standingIn(folder, withDocs ? made : made.filter(isNoPage)).files;
      const all = own && shared?.().files;
      return all && [...own, ...all.filter(({ by }) => emitters.includes(by))];
    },
  };
}

/** Files as they were made; none where one of them is another one by now. */
function standingIn(folder: string, files: readonly MadeFile[]): { readonly files: Standing } {
  const standing: EmittedFile[] = [];
  for (const file of files) {
    const known = fileAsKnown(folder, file);
    if (known === undefined) return { files: undefined };
    standing.push(known);
  }
  return { files: standing };
}

function nameOf({ language, importExtension }: Dialect): string {
  return `${language} ${importExtension}`;
}
