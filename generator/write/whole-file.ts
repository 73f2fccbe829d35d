import { lstatSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./folders.js";
import { isRunning, newOwner } from "./owner.js";
import { writeNew } from "./write-new.js";

/** Writes one file beside its name first, so that it is there whole or not at all. */
export function writeWhole(path: string, text: string): void {
  makeFolder(dirname(path));
  const { token, host } = newOwner();
  const temporary = (of: string) => join(dirname(path), `.${basename(path)}.${of}.tmp`);
  // What a run that was killed left of this file.
  for (const name of readdirSync(dirname(path))) {
    const other = /\.(\d+-\d+-[0-9a-f]+)\.tmp$/.exec(name)?.[1];
    if (other !== undefined && !isRunning({ token: other, host }, 0)) rmSync(temporary(other), { force: true });
  }
  try {
    const mode = lstatSync(path, { throwIfNoEntry: false })?.mode;
    writeNew(temporary(token), text, mode === undefined ? undefined : mode & 0o7777);
    renameSync(temporary(token), path);
  } catch (error) {
    rmSync(temporary(token), { force: true });
    throw error;
  }
}
