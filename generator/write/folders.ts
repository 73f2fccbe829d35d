import { closeSync, fsyncSync, mkdirSync, openSync, rmdirSync, statSync } from "node:fs";
import { dirname, sep } from "node:path";

/**
 * Makes a folder and those above it that are missing, and gives them, outermost first. Not by `recursive`, which never
 * ends where the file system will have no folder, as in /proc.
 */
export function makeFolder(path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; !statSync(folder, { throwIfNoEntry: false }); folder = dirname(folder))
    missing.unshift(folder);
  return missing.filter((folder) => {
    try {
      mkdirSync(folder);
      return true;
    } catch (error) {
      // Another run was faster.
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
      throw error;
    }
  });
}

/** Removes a folder and those above it that are left empty, but not the outermost one. */
export function removeEmpty(folder: string, outermost: string): void {
  try {
    for (let empty = folder; empty.startsWith(`${outermost}${sep}`); empty = dirname(empty)) rmdirSync(empty);
  } catch {
    // There is something in it.
  }
}

/** What was renamed in a folder is on the disk. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const open = openSync(folder, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
