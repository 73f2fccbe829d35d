import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "./folders.js";
import { isThere } from "./present.js";
import { writeNew } from "./write-new.js";

/** One file that is to be put in its place, or to be removed from it. */
export interface Move {
  readonly path: string;
  readonly kind: "put" | "remove";
  /** The hash of what is there before; undefined where there is nothing. */
  readonly before: string | undefined;
  /** The hash of what is there afterwards. */
  readonly after: string | undefined;
}

/** What a run is about to do, once all of it is on the disk: done by whoever finds it, or taken back. */
export interface Journal {
  readonly moves: readonly Move[];
  readonly isTakenBack: boolean;
}

const names = { forth: "journal.json", back: "undo.json" };

/** Where the new content of a move stands until it is made, and where what it replaces stands from then on. */
export function newOf(work: string, index: number): string {
  return join(work, "new", String(index));
}
export function oldOf(work: string, index: number): string {
  return join(work, "old", String(index));
}

/** From this moment on the moves are made, whatever happens. */
export function writeJournal(work: string, moves: readonly Move[]): void {
  const whole = join(work, "journal.tmp");
  writeNew(whole, JSON.stringify(moves));
  renameSync(whole, join(work, names.forth));
  syncFolder(work);
}

/** From this moment on they are taken back. */
export function turnBack(work: string): void {
  renameSync(join(work, names.forth), join(work, names.back));
  syncFolder(work);
}

/** What was journalled in a folder; undefined where nothing was, and nothing has been moved. */
export function readJournal(work: string): Journal | undefined {
  for (const [way, name] of Object.entries(names)) {
    if (!isThere(join(work, name))) continue;
    const moves = JSON.parse(readFileSync(join(work, name), "utf8")) as readonly Move[];
    return { moves: moves.filter(isMove), isTakenBack: way === "back" };
  }
  return undefined;
}

/** A journal may have come from anywhere: nothing outside of the output is moved by it. */
function isMove({ path, kind }: Move): boolean {
  const isPlain = typeof path === "string" && !path.includes("\0") && !path.includes("\\");
  return (
    isPlain &&
    (kind === "put" || kind === "remove") &&
    path.split("/").every((name) => !/^(?:\.{0,2}|\.git)$/.test(name))
  );
}
