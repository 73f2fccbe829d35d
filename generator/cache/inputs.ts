import { existsSync, realpathSync } from "node:fs";
import { type OpenedFile, readText, rootFolderOf } from "../read/file.js";
import { hashOfBytes } from "../write/hash.js";
import { stampOf } from "../write/stamp.js";

/** A file as it was read: where it really lay, and the hash of its text; null where there was none. */
export interface KnownInput {
  readonly path: string;
  readonly real: string | null;
  readonly text: string | null;
  /** Of a document: the root that was found for it. */
  readonly root?: string | undefined;
  /** Its stamp, where that tells that it is the same. */
  readonly stamp?: string | undefined;
}

/** What is to be known of files again; undefined where one of them may not be read, or could not be. */
export function knownInputs(files: readonly OpenedFile[]): KnownInput[] | undefined {
  const unique = new Map<string, KnownInput>();
  for (const file of files) {
    const known = unique.get(file.path);
    const { root = known?.root, ...input } = knownInput(file);
    // One that was edited between two readings is none that could be known again.
    if (input.text === null || (known && known.text !== input.text)) return undefined;
    unique.set(file.path, { ...input, root });
  }
  return [...unique.values()];
}

export function knownInput({ path, text, root }: OpenedFile): KnownInput {
  return { path, real: realOf(path), text: hashOf(text), root };
}

/** Files that are as they were, as they were read; undefined where one of them is not: reading it may give something else. */
export function filesAsKnown(inputs: readonly KnownInput[]): OpenedFile[] | undefined {
  const files: OpenedFile[] = [];
  for (const input of inputs) {
    const { path, root } = input;
    const text = existsSync(path) ? textOf(path) : undefined;
    if (hashOf(text) !== input.text || !isInPlace(input)) return undefined;
    files.push({ path, text, root });
  }
  return files;
}

/** The same of files that nobody has to read, with the stamps that they have by now. */
export function inputsAsKnown(inputs: readonly KnownInput[]): KnownInput[] | undefined {
  const known: KnownInput[] = [];
  for (const input of inputs) {
    // Before it is read: what is written to it in between has another one.
    const stamp = stampOf(input.path, true);
    const isSame = stamp !== undefined && stamp === input.stamp;
    if (!isSame && hashOf(existsSync(input.path) ? textOf(input.path) : undefined) !== input.text) return undefined;
    if (!isInPlace(input)) return undefined;
    known.push(stamp === input.stamp ? input : { ...input, stamp });
  }
  return known;
}

function isInPlace({ path, real, root }: KnownInput): boolean {
  return realOf(path) === real && (root === undefined || rootFolderOf(path) === root);
}

function textOf(path: string): string | undefined {
  const read = readText(path);
  return "text" in read ? read.text : undefined;
}

function hashOf(text: string | undefined): string | null {
  return text === undefined ? null : hashOfBytes(text);
}

function realOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
