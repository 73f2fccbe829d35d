import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EmittedFile } from "../render/generated-file.js";
import { hashOfBytes, hashOfContent, withoutReturns } from "../write/hash.js";
import { isInWork } from "../write/lock.js";
import { realPlace } from "../write/place.js";
import { stampOf } from "../write/stamp.js";
import type { Standing } from "../write/write.js";

/** What stood in a folder when a run had ended: files by their paths. */
export interface KnownOutput {
  readonly folder: string;
  readonly real: string;
  readonly files: Readonly<Record<string, KnownFile>>;
}

/** Its hash, line ends as they were made, and its stamp where that tells it. */
type KnownFile = readonly [hash: string, stamp?: string];

export function knownOutput({ folder, files }: Standing): KnownOutput {
  const known = files.map(({ path, hash, stamp }): [string, KnownFile] => [
    path,
    stamp === undefined ? [hash] : [hash, stamp],
  ]);
  return { folder, real: realPlace(folder), files: Object.fromEntries(known) };
}

/**
 * A folder that holds what it held, and that nobody is writing to, with the stamps that its files have by now; the same as
 * it was given where that adds nothing. Undefined for any other.
 */
export function outputAsKnown(known: KnownOutput): KnownOutput | undefined {
  const { folder, real, files } = known;
  if (isInWork(folder) || !arePlaces(known)) return undefined;
  const stamped: Record<string, KnownFile> = {};
  let isMore = false;
  for (const [path, [hash, stamp]] of Object.entries(files)) {
    const at = join(folder, path);
    // Before it is read: what is written to it in between has another one.
    const now = stampOf(at, false);
    const isStill = now !== undefined && now === stamp;
    // What has a stamp is a file; one that is too young for it may be.
    const isThere = now !== undefined || isFile(at);
    if (!isStill && !(isThere && isAsKnown(at, hash))) return undefined;
    isMore ||= now !== stamp;
    stamped[path] = now === undefined ? [hash] : [hash, now];
  }
  return isMore ? { folder, real, files: stamped } : known;
}

/** Whether its folders are where they were: none of them is a link now to the same files. */
function arePlaces({ folder, real, files }: KnownOutput): boolean {
  const folders = new Set(Object.keys(files).map((path) => dirname(path)));
  return realPlace(folder) === real && [...folders].every((path) => realPlace(join(folder, path)) === join(real, path));
}

/** A file that was made: its text is known by its hash, and stands in the output. */
export type MadeFile = Omit<EmittedFile, "text" | "stands"> & {
  readonly hash: string;
  readonly stamp?: string | undefined;
};

/** A file changed while it was known by its stamp: what was taken as known is to be made after all. */
export class OtherThanKnown extends Error {}

/** A file as it was made, which is not read where its stamp tells it; undefined where it is another one by now, or none. */
export function fileAsKnown(folder: string, { hash, stamp, ...file }: MadeFile): EmittedFile | undefined {
  const path = join(folder, file.path);
  // Before it is read: what is written to it in between has another one.
  const now = stampOf(path, false);
  const isStill = now !== undefined && now === stamp;
  if (!isStill && !(isFile(path) && isAsKnown(path, hash))) return undefined;
  return {
    ...file,
    stands: now === undefined ? { hash } : { hash, stamp: now },
    get text() {
      const text = textAsKnown(path, hash);
      if (text === undefined) throw new OtherThanKnown(path);
      return text;
    },
  };
}

/** The text that a file was written with; undefined where it has another one, or is none. */
function textAsKnown(path: string, hash: string): string | undefined {
  const text = isFile(path) ? readFileSync(path, "utf8") : undefined;
  if (text === undefined || hashOfBytes(text) === hash) return text;
  const left = withoutReturns(text);
  return hashOfBytes(left) === hash ? left : undefined;
}

/** Whether a file is as it was written, or with the line ends of a checkout. Most are, and nobody needs their text. */
function isAsKnown(file: string, hash: string): boolean {
  return hashOfContent(file) === hash || hashOfBytes(withoutReturns(readFileSync(file, "utf8"))) === hash;
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
