import { existsSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type Side, sideOfContract } from "../diff/side.js";
import { allCodes } from "../model/derived/all-codes.js";
import { hasErrors, type Position, type Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { type FileInput, openedOf, pathOf, shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import { positionOf } from "../read/position.js";
import { child, items, rootOf, type Source, textAt } from "../read/source.js";
import type { Target } from "../read/target.js";
import { readContracts } from "../read-contracts.js";
import { targetsOf } from "../targets.js";
import type { ContractData } from "../view/data/contract-data.js";
import { parserOfData } from "../view/data/parser-of-data.js";
import { contractDataOf, contractFile } from "./contract-file.js";
import type { Revision, TakeRevision } from "./revision.js";
import { targetThen } from "./target-then.js";

/** A contract of a diff, and where it says what. */
export interface LoadedSide extends Side {
  /** Where an error stands; without a code, where the document begins. */
  readonly placeOf: (code: string | null) => Position;
  /** Where its version stands. */
  readonly versionAt: () => Position;
  /** Every file here that was opened for it. */
  readonly files: readonly string[];
}

export type Loaded = { readonly side: LoadedSide } | { readonly problems: readonly Problem[] };

/** Loads what is named: a document, an errors.json, an API of redocly.yaml, or one of these in a revision: `main:openapi.yaml`. */
export async function loadSide(named: FileInput, root?: string, take?: TakeRevision): Promise<Loaded> {
  if (typeof named !== "string") return load(targetOf(named), root);
  const [, revision, path] = /^([^:]{2,}):(.+)$/s.exec(named) ?? [];
  if (revision === undefined || path === undefined || !take || existsSync(named)) return load(targetOf(named), root);
  const taken = take(revision);
  if (!("folder" in taken)) return { problems: [{ ...fileUnreadable(named, taken), position: beginningOf(named) }] };
  const target = targetNamed(path);
  if ("problems" in target) return target;
  const there = taken.at(target.document);
  const then = targetThen(taken, target, root, path);
  // An API is the same wherever its document was; a path is what it says.
  if (then && (then.document === there || [target.name, then.name].includes(path))) return loadIn(taken, then);
  const fromRoot = join(taken.folder, path);
  // As git itself counts, and not as every other path here does.
  const meant = existsSync(fromRoot)
    ? { path: fromRoot, reason: "paths begin at the folder that you are in" }
    : then && { path: then.document, reason: "it was moved since" };
  if (!meant) return loadIn(taken, { document: there });
  const fix = `name \`${revision}:${relative(taken.at("."), meant.path)}\``;
  const why = { reason: `there is no such file: ${meant.reason}`, fix };
  return { problems: [{ ...fileUnreadable(named, why), position: beginningOf(named) }] };
}

/** The same of an API as it was in a revision. Its places are called after that: `main:openapi.yaml`. */
export async function loadIn(taken: Revision, then: Target): Promise<Loaded> {
  const loaded = await load(then, undefined);
  if ("problems" in loaded) return { problems: loaded.problems.map((problem) => inRevision(problem, taken)) };
  const { placeOf, versionAt, ...side } = loaded.side;
  const there = (position: Position) => ({ ...position, file: fileIn(taken, position.file) });
  return {
    side: { ...side, placeOf: (code) => there(placeOf(code)), versionAt: () => there(versionAt()), files: [] },
  };
}

/** The same of an API as it is here. */
export function loadTarget(target: Target, root?: string): Promise<Loaded> {
  return load(target, root);
}

type TargetResult = Target | { readonly problems: readonly Problem[] };

/** With the settings of redocly.yaml. */
function targetOf(named: FileInput): TargetResult {
  const found = targetsOf([named], {});
  if ("targets" in found) return found.targets[0] ?? { document: pathOf(named) };
  return found;
}

/** The same of a document of a revision; what is not here any more has no settings. */
function targetNamed(path: string): TargetResult {
  const found = targetOf(path);
  const isGone = "problems" in found && found.problems.some(({ code }) => code === "file-unreadable");
  return isGone ? { document: pathOf(path) } : found;
}

async function load(target: ReturnType<typeof targetOf>, root: string | undefined): Promise<Loaded> {
  if ("problems" in target) return target;
  const data = contractIn(target);
  if (data) return data;
  const { reads, problems, files } = await readContracts([target], root);
  const [read] = reads;
  if (!read || hasErrors(problems)) return { problems };
  const { contract, positionOf: place } = read;
  const places = new Map(allCodes(contract).map(({ code, source }) => [code as string | null, place(source)]));
  const start = place("");
  return {
    side: {
      ...sideOfContract(contract),
      placeOf: (code) => places.get(code) ?? start,
      versionAt: () => place("#/info/version"),
      files: openedOf(files),
    },
  };
}

/** An errors.json, where a file is one. */
function contractIn(target: Target): Loaded | undefined {
  const source = contractFile(target);
  if (!source) return undefined;
  const data = contractDataOf(source);
  return "problem" in data ? { problems: [data.problem] } : { side: sideOf(source, data) };
}

function sideOf(source: Source, data: ContractData): LoadedSide {
  const root = rootOf(source);
  const places = new Map(items(child(root, "errors")).map((error) => [textAt(error, "code") ?? null, error]));
  return {
    data,
    parser: parserOfData(data),
    placeOf: (code) => positionOf(places.get(code) ?? root, true),
    versionAt: () => positionOf(child(root, "version")),
    files: [source.path],
  };
}

/** `main:openapi.yaml`, wherever it was read from. */
function inRevision(problem: Problem, revision: Revision): Problem {
  const { name, folder } = revision;
  const plain = (text: string) => text.replaceAll(`${folder}${sep}`, `${name}:`).replaceAll(shownPath(folder), name);
  const { position, message, fix } = problem;
  const file = fileIn(revision, position.file);
  return { ...problem, message: plain(message), fix: plain(fix), position: { ...position, file } };
}

function fileIn({ name, folder }: Revision, file: string): string {
  const path = existsSync(file) ? realpathSync(file) : resolve(file);
  return path.startsWith(folder + sep) ? `${name}:${path.slice(folder.length + 1)}` : file;
}
