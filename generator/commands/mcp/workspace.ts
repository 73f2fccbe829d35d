import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { inputsAsKnown, type KnownInput, knownInputs } from "../../cache/inputs.js";
import type { Contract } from "../../model/contract.js";
import { hasErrors, type Problem } from "../../problem/problem.js";
import { suggest } from "../../problem/suggest.js";
import { configName } from "../../read/config.js";
import { shownPath } from "../../read/file.js";
import type { Target } from "../../read/target.js";
import type { ContractResult, KnownRead } from "../../read-contract.js";
import { readUnknown } from "../../read-contracts.js";
import { targetsOf } from "../../targets.js";
import { hashOfBytes } from "../../write/hash.js";
import { documentsIn } from "../init/documents-in.js";
import { permittedDocument } from "./permitted.js";
import { Refusal } from "./refusal.js";
import { isEverything } from "./working-folder.js";

/** What the command line said. */
export interface WorkspaceFlags {
  readonly overlay?: readonly string[];
  readonly evidence?: readonly string[];
  readonly docsUrl?: string;
  readonly root?: string;
}

/** A contract, and where it is from. */
export interface ReadApi {
  readonly target: Target;
  readonly contract: Contract;
  readonly prepared: boolean;
}

/** What documents say now. A mistake in one does not keep the others from being asked. */
export interface ReadNow {
  readonly apis: readonly ReadApi[];
  readonly problems: readonly Problem[];
}

/** The documents that may be asked, as they are on the disk whenever they are. */
export interface Workspace {
  /** All that the user named; or one of them, or another one below the folder. */
  readonly read: (document?: string) => Promise<ReadNow>;
  /** What is to be read for it. */
  readonly targets: (document?: string, also?: { readonly contracts: boolean }) => Targets;
  readonly root: string | undefined;
  /** Whether these are all the APIs of redocly.yaml. */
  readonly isAll: boolean;
}

/** What is to be read, and why all or some of it can't be. */
export interface Targets {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}

/** What was read of a target, and of which files. */
interface Known {
  readonly inputs: readonly KnownInput[];
  readonly result: ContractResult<KnownRead>;
}

/** More documents are not remembered at a time: an agent may name all of a large repository, one after the other. */
const mostKnown = 20;

export function workspaceOf(documents: readonly string[], flags: WorkspaceFlags): Workspace {
  const folder = realpathSync(flags.root ?? ".");
  const known = new Map<string, Known>();

  const named = (): Targets => {
    const found = targetsOf(documents, flags);
    return "targets" in found
      ? { targets: found.targets, problems: [] }
      : { targets: found.sound ?? [], problems: found.problems };
  };
  const targets: Workspace["targets"] = (document, { contracts } = { contracts: false }) => {
    const all = named();
    if (document === undefined) return all;
    const own = all.targets.filter((target) => isCalled(target, document));
    if (own.length > 0) return { targets: own, problems: [] };
    if (isEverything(folder) && flags.root === undefined)
      throw new Refusal(
        `the server was started in ${folder}: only documents that it was started with are read, unless \`--root\` names a folder`,
      );
    const names = all.targets.map((target) => target.name ?? shownPath(resolve(target.document)));
    const { path, text, root } = permittedDocument(document, folder, { known: names, contracts });
    const found = targetsOf([{ path, text }], {});
    if ("problems" in found) return { targets: [], problems: found.problems };
    return { targets: found.targets.map((target) => ({ ...target, root: target.root ?? root })), problems: [] };
  };

  const readNow: Workspace["read"] = async (document) => {
    const asked = targets(document);
    const keys = asked.targets.map(keyOf);
    const same = keys.map((key) => sameStill(known, key));
    const { results, problems } = await readUnknown(asked.targets, flags.root, same);
    const apis = results.flatMap(({ read, files }, at): ReadApi[] => {
      const key = keys[at]!;
      const inputs = same[at] ? undefined : knownInputs(files);
      if (inputs) known.set(key, { inputs, result: kept(results[at]!) });
      for (const old of [...known.keys()].slice(0, Math.max(0, known.size - mostKnown))) known.delete(old);
      return read ? [{ target: asked.targets[at]!, contract: read.contract, prepared: read.prepared }] : [];
    });
    return { apis, problems: [...asked.problems, ...problems] };
  };
  // One after the other: what two questions ask of a large document is read once.
  let last: Promise<unknown> = Promise.resolve();
  const read: Workspace["read"] = (document) => {
    const own = last.then(() => readNow(document));
    last = own.catch(() => {});
    return own;
  };
  return { read, targets, root: flags.root, isAll: documents.length === 0 };
}

/** Whatever is read in the same way from the same place. */
function keyOf({ listed: _, places: __, filesNamed: ___, text, ...target }: Target): string {
  return JSON.stringify([target, text === undefined ? null : hashOfBytes(text)]);
}

function isCalled(target: Target, document: string): boolean {
  return target.name === document || resolve(target.document) === resolve(document);
}

/** What is known of a target, where every file is as it was then. */
function sameStill(known: Map<string, Known>, key: string): ContractResult<KnownRead> | undefined {
  const found = known.get(key);
  const inputs = found && inputsAsKnown(found.inputs);
  if (!found || !inputs) return undefined;
  known.set(key, { ...found, inputs });
  return found.result;
}

/** Without the document itself, which is large. */
function kept({ read, problems }: ContractResult<KnownRead>): ContractResult<KnownRead> {
  const { contract, prepared, file } = read ?? {};
  const plain = contract && prepared !== undefined && file !== undefined ? { contract, prepared, file } : undefined;
  return { read: plain, problems, files: [] };
}

/** The APIs that are meant: all of them, or that with an id or a name in redocly.yaml. Throws where there is none, and says why. */
export function apisNamed(api: string | undefined, { apis, problems }: ReadNow): readonly ReadApi[] {
  if (apis.length === 0) throw new Refusal(unread(problems));
  if (api === undefined) return apis;
  const own = apis.filter(({ contract }) => contract.id === api);
  const found = own.length > 0 ? own : apis.filter(({ target }) => target.name === api);
  if (found.length > 0) return found;
  const ids = apis.map(({ contract }) => contract.id);
  const meant = api.length > 100 ? undefined : suggest(api, ids);
  const fix =
    meant === undefined
      ? `there is ${ids
          .slice(0, 20)
          .map((id) => `\`${id}\``)
          .join(", ")}`
      : `\`${meant}\` may be meant`;
  const why = hasErrors(problems) ? " (some documents have errors: call check_document)" : "";
  throw new Refusal(`no API is called \`${api.slice(0, 100)}\`: ${fix}${why}`);
}

/** Why nothing can be asked, and what can be done about it from here. */
function unread(problems: readonly Problem[]): string {
  const [first] = problems.filter(({ level }) => level === "error");
  if (!first) return "no document says anything of an API";
  const { position, message, fix } = first;
  const why = `no document can be read. ${position.file}:${position.line}: ${message}. Fix: ${fix}`;
  if (position.file !== configName) return `${why}. check_document tells all that is wrong`;
  const here = documentsIn(".")
    .slice(0, 10)
    .map((path) => `\`${path}\``);
  return `${why}. Or give \`document\`, the path of an OpenAPI document${here.length > 0 ? `: ${here.join(", ")}` : ""}`;
}
