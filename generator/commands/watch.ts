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
  for (let known = timesOf(first); !signal?.aborted; ) {
    terminal.tell(`watching ${counted(known.size, "file")}\n`);
    await changeOf(known, signal);
    if (signal?.aborted) return;
    // What changes while a run reads is not what it read.
    const before = timesOf([...known.keys()]);
    const after = timesOf(await run());
    known = new Map([...after].map(([file, time]) => [file, before.get(file) ?? time]));
  }
}

/** Waits until one of the files is another than it was. Asked for, since editors replace a file rather than write to it. */
async function changeOf(known: ReadonlyMap<string, number>, signal?: AbortSignal): Promise<void> {
  const changed = () => [...known].some(([file, time]) => modified(file) !== time);
  while (!signal?.aborted && !changed()) await setTimeout(200);
}

function timesOf(files: readonly string[]): Map<string, number> {
  return new Map(files.map((file) => [file, modified(file)]));
}

/** When a file was last written; 0 where there is none. */
function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
