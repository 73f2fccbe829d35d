import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOfBytes, hashOfFile, withoutReturns } from "../write/hash.js";
import { isInWork } from "../write/lock.js";
import { realPlace } from "../write/place.js";
import type { Standing } from "../write/write.js";

/** What stood in a folder when a run had ended: hashes by paths, line ends as they were made. */
export interface KnownOutput {
  readonly folder: string;
  readonly real: string;
  readonly files: Readonly<Record<string, string>>;
}

export function knownOutput({ folder, files }: Standing): KnownOutput {
  const hashes = files.map((file) => [file.path, hashOfFile(file)] as const);
  return { folder, real: realPlace(folder), files: Object.fromEntries(hashes) };
}

/** Whether a folder holds what it held, and nobody is writing to it. */
export function isAsKnown({ folder, real, files }: KnownOutput): boolean {
  if (isInWork(folder) || realPlace(folder) !== real) return false;
  return Object.entries(files).every(([path, hash]) => bytesAsKnown(folder, path, hash) !== undefined);
}

/** The text that a file was written with; undefined where it has another one, or is none. */
export function textAsKnown(folder: string, path: string, hash: string): string | undefined {
  const known = bytesAsKnown(folder, path, hash);
  return known === undefined || typeof known === "string" ? known : Buffer.from(known).toString("utf8");
}

/** A file as it was written, or with the line ends of a checkout; undefined where it is another one, or none. */
function bytesAsKnown(folder: string, path: string, hash: string): Uint8Array | string | undefined {
  const file = join(folder, path);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = readFileSync(file);
  if (hashOfBytes(bytes) === hash) return bytes;
  const text = withoutReturns(bytes.toString("utf8"));
  return hashOfBytes(text) === hash ? text : undefined;
}
