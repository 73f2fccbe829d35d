import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder, removeEmpty } from "../../write/folders.js";
import { writeWhole } from "../../write/whole-file.js";
import type { Writing } from "./draft.js";

/** What could not be written, and why. Nothing of the rest is there then. */
export interface Failed {
  readonly path: string;
  readonly error: unknown;
}

/** Writes all of them, or takes back those that it wrote. */
export function writeAll(writings: readonly Writing[]): Failed | undefined {
  const undo: (() => void)[] = [];
  for (const { path, text, before } of writings) {
    try {
      const [outermost] = makeFolder(dirname(path));
      if (outermost !== undefined) undo.push(() => removeEmpty(dirname(path), dirname(outermost)));
      writeWhole(path, text);
      undo.push(() => (before === undefined ? rmSync(path) : writeWhole(path, before)));
    } catch (error) {
      for (const step of undo.toReversed()) step();
      return { path, error };
    }
  }
  return undefined;
}
