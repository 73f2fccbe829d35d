import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { hashOfBytes } from "../write/hash.js";

const hashLength = 64;
/** What nobody wrote again for so long is forgotten. */
const longest = 30 * 24 * 60 * 60 * 1000;

/** What is larger was not written here: what runs remember is as large as what they read and tell. */
const largest = 256 * 1024 * 1024;

/** A file where another stands, or a link or a pipe, is none that was written here: neither is followed or waited for. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
/** As files are called here; where a folder is a link to another one, all else in it is somebody's. */
const ownName = /^[0-9a-f]{32}(?:\.asked)?\.(?:json|apis|texts|code)(?:\.[0-9a-f-]{1,36}\.tmp)?$/;

/**
 * What was written to a file; undefined where it is not there, not whole, or somebody else's, or where it means nothing:
 * another version of Node may have written it.
 */
export function readSealed<Content>(path: string, decode: (content: Buffer) => Content): Content | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (!isOwn(fstatSync(file))) return undefined;
    const bytes = readFileSync(file);
    const content = bytes.subarray(hashLength);
    const isWhole = hashOfBytes(content) === bytes.subarray(0, hashLength).toString("latin1");
    return isWhole ? decode(content) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The content of a file as a JSON value. */
export function fromJson<Value>(content: Buffer): Value {
  return JSON.parse(content.toString("utf8")) as Value;
}

/** Writes a file at once, behind the hash of its content. Where it can't be written, nothing is remembered. */
export function writeSealed(path: string, content: Uint8Array): void {
  // A name that nobody can know before, and so put a link there.
  const made = `${path}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const isMore = !existsSync(path);
    writeFileSync(made, Buffer.concat([Buffer.from(hashOfBytes(content), "latin1"), content]), { flag: "wx" });
    renameSync(made, path);
    if (isMore) forgetOld(dirname(path));
  } catch {
    removeQuietly(made);
  }
}

/** Another user may have been there first: a folder for temporary files is everybody's. */
function isOwn(stat: Stats): boolean {
  return stat.isFile() && stat.size <= largest && (process.getuid === undefined || stat.uid === process.getuid());
}

const lookedThrough = new Set<string>();

/** Once a run, of those after which there is more than before: of a user's programs a folder may hold thousands. */
function forgetOld(folder: string): void {
  if (lookedThrough.has(folder)) return;
  lookedThrough.add(folder);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (ownName.test(name) && Date.now() - statSync(path).mtimeMs > longest) removeQuietly(path);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // On a full or broken disk it stays, until it is old.
  }
}
