import { realpathSync } from "node:fs";
import { type OpenedFile, readText, rootFolderOf } from "../read/file.js";
import { hashOfBytes } from "../write/hash.js";

/** A file as it was read: where it really lay, and the hash of its text; null where there was none. */
export interface KnownInput {
  readonly path: string;
  readonly real: string | null;
  readonly text: string | null;
  /** Of a document: the root that was found for it. */
  readonly root?: string | undefined;
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
  return { path, real: realOf(path), text: text === undefined ? null : hashOfBytes(text), root };
}

/** Files that are as they were; undefined where one of them is not: reading it may give something else. */
export function filesAsKnown(inputs: readonly KnownInput[]): OpenedFile[] | undefined {
  const files: OpenedFile[] = [];
  for (const { path, real, text: hash, root } of inputs) {
    const read = readText(path);
    const text = "text" in read ? read.text : undefined;
    const now = text === undefined ? null : hashOfBytes(text);
    if (now !== hash || realOf(path) !== real || (root !== undefined && rootFolderOf(path) !== root)) return undefined;
    files.push({ path, text, root });
  }
  return files;
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
