import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Problem } from "../problem/problem.js";
import { fileEdited, fileNotOurs, fileOutdated } from "../problem/writing.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import { recordPath } from "../render/build-record.js";
import type { EmittedFile } from "../render/generated-file.js";
import type { Change } from "./change.js";
import { hashOfBytes, hashOfFile, hashOfText, hasReturns, withoutReturns } from "./hash.js";
import { isGenerated } from "./known-form.js";
import {
  apiOf,
  type Entry,
  gone,
  isOfDocs,
  type Manifest,
  manifestName,
  parseManifest,
  printManifest,
} from "./manifest.js";
import { isMergeOfOurs } from "./merge.js";
import { freeName } from "./moves.js";
import { obstacles } from "./place.js";
import { outdated, type Scope } from "./scope.js";
import { stampOf } from "./stamp.js";
import type { Step } from "./transaction.js";
import { naming } from "./write-error.js";

/** A folder, all that is to be in it, and what else may go. */
export interface Output {
  readonly folder: string;
  readonly files: readonly EmittedFile[];
  readonly scope: Scope;
}

/** What there is to do in a folder. Nothing is done where a problem is an error. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly steps: readonly Step[];
  /** What stands in the folder once that is done, of all that was made, and the lists themselves. */
  readonly standing: readonly StandingFile[];
}

/** A file of an output, and its hash with line ends as they were made. */
export interface StandingFile {
  readonly path: string;
  readonly hash: string;
  /** Of one that was there before. */
  readonly stamp?: string | undefined;
}

/** `force`: what somebody edited in a generated file is dropped. */
export function planOutput({ folder, files, scope }: Output, force: boolean): Plan {
  const inTheWay = obstacles(folder, [...files.map(({ path }) => path), manifestName, recordPath]);
  if (inTheWay.length > 0) return { changes: [], problems: inTheWay, steps: [], standing: [] };

  const listed = readPresent(folder, manifestName)?.text;
  const record = readPresent(folder, recordPath)?.text;
  const before = parseManifest(listed ?? "", record ?? "");
  const outcomes = files.map((file) => {
    const entry = before.entries.get(file.path);
    const list = isOfDocs(file.path) ? record : listed;
    return outcomeOf(folder, file, entry, list, force);
  });
  const made = new Set(outcomes.filter(({ isTheirs }) => !isTheirs).map(({ path }) => path));
  const left = outdated(before, new Set(files.map(({ path }) => path)), scope).map((entry) =>
    leaving(folder, entry, force),
  );
  const removed = new Set(left.filter(({ kind }) => kind !== "outdated").map(({ path }) => path));
  const entries = new Map([...before.entries].filter(([path]) => !removed.has(path)));
  for (const file of files) {
    const { path, by, from } = file;
    if (made.has(path)) entries.set(path, { path, by, hash: hashOfFile(file), ...(from !== undefined && { from }) });
    else entries.delete(path);
  }
  // What stays of an API that is gone is told of again by later runs, which can't see that another has taken its place.
  const goneApis = left.flatMap(({ path }) => apiOf(path) ?? []).map((id) => [id, gone] as const);
  const madeApis = [...scope.apis].map(([id, { identity }]) => [id, identity] as const);
  const apis = new Map([...before.apis, ...goneApis, ...madeApis]);
  const lists = listsOf(folder, { entries, apis });

  const all = [...outcomes, ...left, ...lists.filter(({ path }) => path === recordPath)];
  const changes = all.flatMap(({ path, kind }) => (kind === "absent" ? [] : [{ path, kind }]));
  // The manifest follows the files. Where it alone is not as it should be, somebody changed it.
  const manifest = lists.find(({ path, kind }) => path === manifestName && kind === "changed");
  if (manifest && changes.every(({ kind }) => kind === "unchanged"))
    changes.push({ path: manifestName, kind: "changed" });
  const parts = [...outcomes, ...left, ...lists];
  return {
    changes,
    problems: parts.flatMap(({ path, finding }) => (finding ? [problemOf(join(folder, path), finding)] : [])),
    steps: parts.flatMap(({ steps }) => steps),
    standing: parts.flatMap(({ stands, stamp }) =>
      stands ? [{ path: stands.path, hash: hashOfFile(stands), stamp }] : [],
    ),
  };
}

type Made = Pick<EmittedFile, "path" | "text" | "stands">;

interface Outcome {
  readonly path: string;
  readonly kind: Change["kind"] | "absent";
  readonly steps: readonly Step[];
  readonly finding?: Finding;
  /** What stands there then; undefined where that is nothing, or nothing of ours. */
  readonly stands?: Made;
  /** Where it stood there before. */
  readonly stamp?: string | undefined;
  /** It is somebody else's, and stays. */
  readonly isTheirs?: true;
}

/** `list`: the manifest, which would name a file of ours; undefined where there is none. */
function outcomeOf(
  folder: string,
  file: EmittedFile,
  entry: Entry | undefined,
  list: string | undefined,
  force: boolean,
): Outcome {
  const { path, yields, stands } = file;
  // Before it is read: what is written to it in between has another one.
  const stamp = stampOf(join(folder, path), false);
  const unchanged = { path, kind: "unchanged", steps: [], stands: file, stamp } as const;
  if (stamp !== undefined && stamp === stands?.stamp) return unchanged;
  const present = readPresent(folder, path);
  if (!present) return { path, kind: "added", steps: [putFile(file)], stands: file };
  if (hasHash(present, hashOfFile(file))) return unchanged;
  if (yields && !isMarked(present))
    return { path, kind: "unchanged", steps: [], stands: { path, text: present.text }, isTheirs: true };
  if (!entry && !isMarked(present))
    return { path, kind: "changed", steps: [], finding: fileNotOurs(shownPath(join(folder, path))) };
  const replaced = { path, kind: "changed", steps: [putFile(file, present)], stands: file } as const;
  if (force || (entry ? hasHash(present, entry.hash) : list === undefined)) return replaced;
  const target = join(folder, path);
  if (isMergeOfOurs(target, present.text, list ?? "")) return replaced;
  const kept = freeName(target);
  const copy = putCopy(`${path}${kept.slice(target.length)}`, present);
  return { ...replaced, steps: [copy, ...replaced.steps], finding: fileEdited(shownPath(target), shownPath(kept)) };
}

/** What becomes of a file that is not made any more. */
function leaving(folder: string, entry: Entry, force: boolean): Outcome {
  const { path } = entry;
  const present = obstacles(folder, [path]).length === 0 ? readPresent(folder, path) : undefined;
  if (!present) return { path, kind: "absent", steps: [] };
  if (!force && !hasHash(present, entry.hash))
    return { path, kind: "outdated", steps: [], finding: fileOutdated(shownPath(join(folder, path))) };
  return { path, kind: "removed", steps: [{ path, kind: "remove", before: present.hash, after: undefined }] };
}

/** The files of the manifest itself. */
function listsOf(folder: string, manifest: Manifest): Outcome[] {
  return printManifest(manifest).map((file) => {
    const { path, text } = file;
    const present = readPresent(folder, path);
    if (present && !isMarked(present))
      return { path, kind: "changed", steps: [], finding: fileNotOurs(shownPath(join(folder, path))) };
    if (!present)
      return text === ""
        ? { path, kind: "absent", steps: [] }
        : { path, kind: "added", steps: [putFile(file)], stands: file };
    if (withoutReturns(present.text) === text) return { path, kind: "unchanged", steps: [], stands: file };
    if (text !== "") return { path, kind: "changed", steps: [putFile(file, present)], stands: file };
    return { path, kind: "removed", steps: [{ path, kind: "remove", before: present.hash, after: undefined }] };
  });
}

/** Whether it says of itself that it is generated. */
function isMarked({ path, text }: Present): boolean {
  return isGenerated(path, withoutReturns(text));
}

interface Present {
  readonly path: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly hash: string;
  readonly mode: number;
  readonly modified: Date;
}

function readPresent(folder: string, path: string): Present | undefined {
  const file = join(folder, path);
  return naming(file, () => {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!stat) return undefined;
    const bytes = readFileSync(file);
    let [text, hash]: (string | undefined)[] = [];
    return {
      path,
      bytes,
      get text() {
        text ??= bytes.toString("utf8");
        return text;
      },
      get hash() {
        hash ??= hashOfBytes(bytes);
        return hash;
      },
      mode: stat.mode & 0o7777,
      modified: stat.mtime,
    };
  });
}

function putFile(file: Made, present?: Present): Step {
  const { hash: before, mode, modified } = present ?? {};
  return { path: file.path, kind: "put", content: file.text, before, after: hashOfText(file), mode, modified };
}

/** What somebody wrote, beside where it stands. */
function putCopy(path: string, { bytes, hash, mode, modified }: Present): Step {
  return { path, kind: "put", content: bytes, before: undefined, after: hash, mode, modified };
}

/** Most are as they were: then nothing of them has to be decoded. */
function hasHash(present: Present, hash: string): boolean {
  return present.hash === hash || (hasReturns(present.bytes) && hashOfBytes(withoutReturns(present.text)) === hash);
}

function problemOf(path: string, finding: Finding): Problem {
  return { ...finding, position: beginningOf(shownPath(path)) };
}
