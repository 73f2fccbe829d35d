import { lstatSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder, removeEmpty, syncFolder } from "./folders.js";
import { hashOfBytes } from "./hash.js";
import { type Move, newOf, oldOf } from "./journal.js";
import { isThere } from "./present.js";
import { naming } from "./write-error.js";

/** Makes all moves that are not made yet. What somebody edited in the meantime is kept beside. */
export function moveForth(work: string, folder: string, moves: readonly Move[]): void {
  for (const [index, { path, kind, before }] of moves.entries()) {
    const target = join(folder, path);
    naming(target, () => {
      if (isThere(newOf(work, index))) {
        makeFolder(dirname(target));
        keepUnless(target, before);
        renameSync(newOf(work, index), target);
      }
      if (kind === "remove" && !isThere(oldOf(work, index)) && hashAt(target) === before && before !== undefined)
        renameSync(target, oldOf(work, index));
    });
  }
  const folders = new Set(moves.map(({ path }) => dirname(join(folder, path))));
  for (const place of folders) if (isThere(place)) syncFolder(place);
}

/** Once nothing is taken back any more: folders that are left empty. */
export function removeLeftFolders(folder: string, moves: readonly Move[]): void {
  for (const { path, kind } of moves) if (kind === "remove") removeEmpty(dirname(join(folder, path)), folder);
}

/** Takes back all moves that were made. */
export function moveBack(work: string, folder: string, moves: readonly Move[]): void {
  for (const [index, { path, before, after }] of moves.entries()) {
    const target = join(folder, path);
    naming(target, () => {
      const isMade = !isThere(newOf(work, index));
      if (isMade && isThere(oldOf(work, index))) {
        makeFolder(dirname(target));
        keepUnless(target, after);
        renameSync(oldOf(work, index), target);
      } else if (isMade && before === undefined && hashAt(target) === after) {
        rmSync(target, { force: true });
        removeEmpty(dirname(target), folder);
      }
    });
  }
}

/** What is neither what a run found nor what it made, somebody has written since. */
function keepUnless(target: string, known: string | undefined): void {
  const present = hashAt(target);
  if (present !== undefined && present !== known) renameSync(target, freeName(target));
}

/** Where a file is kept that would be replaced: nothing stands there. */
export function freeName(path: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${path}.orig` : `${path}.${count}.orig`;
    if (!isThere(name)) return name;
  }
}

function hashAt(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? hashOfBytes(readFileSync(path)) : undefined;
}
