import { readJournal } from "./journal.js";
import { moveBack, moveForth, removeLeftFolders } from "./moves.js";

/** Completes what a run that was killed had begun, or takes it back: afterwards a folder is all new or all old. */
export function recover(work: string, folder: string): void {
  const journal = readJournal(work);
  if (!journal) return;
  const { moves, isTakenBack } = journal;
  (isTakenBack ? moveBack : moveForth)(work, folder, moves);
  if (!isTakenBack) removeLeftFolders(folder, moves);
}
