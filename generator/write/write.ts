import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readIfThere } from "../read/file.js";
import type { GeneratedFile } from "../render/generated-file.js";

/** What happened, or with `--check` would happen, to a file. */
export interface Change {
  readonly path: string;
  readonly kind: "added" | "changed" | "unchanged" | "removed";
}

/** Compares what was generated with what stands in the folder. */
export function compareFiles(folder: string, files: readonly GeneratedFile[]): Change[] {
  return files.map(({ path, text, yields, gone }) => {
    // What can't be read, as a folder in the place of a file, could not be replaced either.
    const present = readIfThere(join(folder, path));
    if (gone) return { path, kind: present === undefined ? "unchanged" : "removed" };
    if (present === undefined) return { path, kind: "added" };
    // A checkout may have converted the line ends: no drift.
    const same = present === text || present.replaceAll("\r\n", "\n") === text;
    return { path, kind: same || (yields && !isOurs(present)) ? "unchanged" : "changed" };
  });
}

/** Whether a file carries our banner, or what is left of it. */
function isOurs(text: string): boolean {
  return text === "" || text.includes("openapi-errors") || text.includes("Do not edit");
}

/**
 * Writes what differs. All of it is on the disk under other names before the first file is replaced, so that a full
 * disk or a missing permission leaves the old files as they were. A file that is the same keeps its time.
 */
export function writeFiles(folder: string, files: readonly GeneratedFile[]): Change[] {
  const changes = compareFiles(folder, files);
  const due = files
    .filter((_, i) => changes[i]?.kind !== "unchanged")
    .map((file) => ({ ...file, target: join(folder, file.path) }));
  const made = due.filter(({ gone }) => !gone);
  const staged = made.map(({ target, text }) => ({
    target,
    text,
    temporary: join(dirname(target), `.${basename(target)}.${process.pid}.tmp`),
  }));
  try {
    for (const { target, temporary, text } of staged) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(temporary, text, { flag: "wx" });
    }
    for (const { target, temporary } of staged) renameSync(temporary, target);
    for (const { target, gone } of due) if (gone) rmSync(target);
  } catch (error) {
    for (const { temporary } of staged) if (existsSync(temporary)) rmSync(temporary);
    throw error;
  }
  return changes;
}
