import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { shellWord } from "../problem/shell.js";
import { isFile, shownPath } from "../read/file.js";

/** The command that allows a file to be replaced: it has to be read, and its folder to be written to. Or that of a folder. */
export function allowing(path: string): string {
  if (isFile(path) && !isReadable(path)) return `chmod u+r ${shown(path)}`;
  let folder = isFile(path) ? dirname(path) : path;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return `chmod u+rwx ${shown(folder)}`;
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function shown(path: string): string {
  return shellWord(shownPath(path));
}
