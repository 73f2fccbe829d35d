import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOfBytes } from "../write/hash.js";

const hashLength = 64;
/** What nobody wrote again for so long is forgotten. */
const longest = 30 * 24 * 60 * 60 * 1000;

/** What was written to a file; undefined where it is not there, not whole, or somebody else's. */
export function readSealed(path: string): Uint8Array | undefined {
  try {
    if (!isOwn(path)) return undefined;
    const bytes = readFileSync(path);
    const content = bytes.subarray(hashLength);
    return hashOfBytes(content) === bytes.subarray(0, hashLength).toString("latin1") ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file at once, behind the hash of its content. Where it can't be written, nothing is remembered. */
export function writeSealed(path: string, content: Uint8Array): void {
  const made = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(made, Buffer.concat([Buffer.from(hashOfBytes(content), "latin1"), content]));
    renameSync(made, path);
    forgetOld(dirname(path));
  } catch {
    // What is left of it is forgotten like all that is old.
  }
}

/** Another user may have been there first: a folder for temporary files is everybody's. */
function isOwn(path: string): boolean {
  return process.getuid === undefined || statSync(path).uid === process.getuid();
}

function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > longest) rmSync(path, { force: true });
  }
}
