import { closeSync, fchmodSync, fsyncSync, openSync, writeFileSync } from "node:fs";

/** Writes a file that was not there, down to the disk. `mode`: its permissions, whatever the mask of the process is. */
export function writeNew(path: string, content: string | Uint8Array, mode?: number): void {
  const open = openSync(path, "wx");
  try {
    if (mode !== undefined) fchmodSync(open, mode);
    writeFileSync(open, content);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
