import { accessSync, constants, copyFileSync, linkSync, mkdirSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Move, newOf, oldOf, turnBack, writeJournal } from "./journal.js";
import { abandon, type Lock, unlock } from "./lock.js";
import { moveBack, moveForth, removeLeftFolders } from "./moves.js";
import { isThere } from "./present.js";
import { naming } from "./write-error.js";
import { writeNew } from "./write-new.js";

/** A move, and what is to stand there, with the permissions that it had. */
export interface Step extends Move {
  readonly content?: string | Uint8Array;
  readonly mode?: number | undefined;
  readonly modified?: Date | undefined;
}

interface Work {
  readonly lock: Lock;
  readonly steps: readonly Step[];
}

/**
 * Does in locked folders all that a plan says, or nothing. All content is on the disk before the first file is replaced,
 * so that a full disk or a missing permission leaves everything as it was; then the moves are journalled; then they are
 * made. Afterwards the folders are not locked any more.
 */
export function transact(locks: readonly Lock[], plan: () => readonly (readonly Step[])[]): void {
  const journalled: Work[] = [];
  let isBroken = false;
  try {
    const works = plan()
      .map((steps, index) => ({ lock: locks[index]!, steps }))
      .filter(({ steps }) => steps.length > 0);
    for (const work of works) stage(work);
    for (const { lock, steps } of works) {
      writeJournal(
        lock.path,
        steps.map(({ path, kind, before, after }) => ({ path, kind, before, after })),
      );
      journalled.push({ lock, steps });
    }
    for (const { lock, steps } of works) moveForth(lock.path, lock.folder, steps);
    for (const { lock, steps } of works) removeLeftFolders(lock.folder, steps);
  } catch (error) {
    isBroken = !takeBack(journalled);
    throw error;
  } finally {
    // What could not even be taken back is left for the next run, which finds the journal.
    for (const lock of locks) (isBroken ? abandon : unlock)(lock);
  }
}

function takeBack(works: readonly Work[]): boolean {
  try {
    for (const { lock } of works) turnBack(lock.path);
    for (const { lock, steps } of works) moveBack(lock.path, lock.folder, steps);
    return true;
  } catch {
    return false;
  }
}

function stage({ lock: { path: work, folder }, steps }: Work): void {
  mkdirSync(join(work, "new"));
  mkdirSync(join(work, "old"));
  for (const [index, { path, kind, content = "", before, mode, modified }] of steps.entries()) {
    const target = join(folder, path);
    naming(target, () => {
      accessSync(nearest(dirname(target)), constants.W_OK | constants.X_OK);
      if (kind === "put") writeNew(newOf(work, index), content, mode);
      if (kind === "put" && before !== undefined) keep(target, oldOf(work, index), modified);
    });
  }
}

/** What will be replaced, under a second name; a copy where the file system knows no such thing. */
function keep(target: string, old: string, modified: Date | undefined): void {
  try {
    linkSync(target, old);
  } catch {
    copyFileSync(target, old);
    if (modified) utimesSync(old, modified, modified);
  }
}

function nearest(folder: string): string {
  return isThere(folder) ? folder : nearest(dirname(folder));
}
