import { statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { counted } from "../view/words.js";
import type { Terminal } from "./terminal.js";

/** Runs again whenever one of the files changes that the run before depended on, until the signal says to stop. */
export async function watchFiles(
  first: readonly string[],
  run: () => Promise<readonly string[]>,
  terminal: Terminal,
  signal?: AbortSignal,
): Promise<void> {
  for (let files = first; !signal?.aborted; files = await run()) {
    const known = files.map(modified);
    terminal.tell(`watching ${counted(files.length, "file")}\n`);
    await changeOf(files, known, signal);
    if (signal?.aborted) return;
  }
}

/** Waits until one of the files is another than it was. Asked for, since editors replace a file rather than write to it. */
async function changeOf(files: readonly string[], known: readonly number[], signal?: AbortSignal): Promise<void> {
  const changed = () => files.some((file, index) => modified(file) !== known[index]);
  while (!signal?.aborted && !changed()) await setTimeout(200);
}

/** When a file was last written; 0 where there is none. */
function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
