import { deserialize, serialize } from "node:v8";
import type { Dialect } from "../dialect.js";
import type { KnownApi } from "../folder-run.js";
import type { GenerateResult, MadeApi } from "../generate.js";
import { hasErrors } from "../problem/problem.js";
import type { OpenedFile } from "../read/file.js";
import type { Target } from "../read/target.js";
import type { ContractResult, KnownRead } from "../read-contract.js";
import type { EmittedFile } from "../render/generated-file.js";
import { hashOfFile } from "../write/hash.js";
import { apiOf, isOfDocs } from "../write/manifest.js";
import { filesAsKnown, type KnownInput, knownInputs } from "./inputs.js";
import { textAsKnown } from "./outputs.js";
import type { Run } from "./run.js";
import { readSealed, writeSealed } from "./sealed-file.js";

/** What a document said, and what was made of it. */
interface ApiRecord {
  /** The settings that it was read with. */
  readonly settings: string;
  readonly inputs: readonly KnownInput[];
  readonly read: KnownRead;
  readonly problems: ContractResult["problems"];
  readonly dialect: string;
  readonly made: readonly KnownFile[];
}

/** A file that was made: its text is known by its hash, and stands in the output. */
type KnownFile = Omit<EmittedFile, "text"> & { readonly hash: string };

interface Records {
  readonly program: string;
  readonly apis: readonly ApiRecord[];
}

/** For each target what is known of its API: undefined where what it is read from is not as it was. */
export function recallApis(run: Run, targets: readonly Target[]): (KnownApi | undefined)[] {
  const records = readSealed(fileOf(run), (content) => deserialize(content) as Records);
  if (records?.program !== run.program) return [];
  const bySettings = new Map(records.apis.map((api) => [api.settings, api]));
  return targets.map((target) => {
    const record = bySettings.get(settingsOf(target));
    const files = record && filesAsKnown(record.inputs);
    return files && knownApi(record, files);
  });
}

/** Remembers each API of a run, for the next one in which only some of them changed. */
export function rememberApis(run: Run, { apis, outputs, problems, isRepeatable }: GenerateResult): void {
  // Of one that is alone, the run itself is known.
  if (apis.length < 2 || !isRepeatable || hasErrors(problems)) return;
  const files = new Map(outputs.map((output) => [output.folder, output.files]));
  const records = apis.flatMap((api) => recordOf(api, files.get(api.folder) ?? []));
  writeSealed(fileOf(run), serialize({ program: run.program, apis: records } satisfies Records));
}

function fileOf({ file }: Run): string {
  return `${file}.apis`;
}

/** All of a target but what it is asked for, which is read anew, and what others are. */
function settingsOf({ listed: _, ...settings }: Target): string {
  return JSON.stringify(settings);
}

function recordOf({ target, result, dialect, emitters }: MadeApi, files: readonly EmittedFile[]): ApiRecord[] {
  const { read } = result;
  const inputs = knownInputs(result.files);
  if (!read || !inputs) return [];
  const { contract, prepared, file } = read;
  // The runtime is everybody's, and so written by each; pages that all share are not.
  const own = files.filter(({ path, by }) => {
    const id = apiOf(path);
    return id === contract.id || (id === undefined && !isOfDocs(path) && emitters.has(by));
  });
  const made = own.map((file) => {
    const { text: _, ...of } = file;
    return { ...of, hash: hashOfFile(file) };
  });
  const known = { contract, prepared, file };
  const { problems } = result;
  return [{ settings: settingsOf(target), inputs, read: known, problems, dialect: nameOf(dialect), made }];
}

function knownApi({ read, problems, dialect, made }: ApiRecord, files: readonly OpenedFile[]): KnownApi {
  return {
    result: { read, problems, files },
    filesIn: (folder, wanted, withDocs) => {
      if (nameOf(wanted) !== dialect) return undefined;
      const due = made.filter(({ path }) => withDocs || !isOfDocs(path));
      const standing = due.flatMap(({ hash, ...file }) => {
        const text = textAsKnown(folder, file.path, hash);
        return text === undefined ? [] : [{ ...file, text }];
      });
      return standing.length === due.length ? standing : undefined;
    },
  };
}

function nameOf({ language, importExtension }: Dialect): string {
  return `${language} ${importExtension}`;
}
