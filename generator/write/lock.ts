import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { makeFolder } from "./folders.js";
import { end, isRunning, newOwner, type Owner } from "./owner.js";
import { recover } from "./recover.js";

/** The right to write to a folder: a folder in it that no other run can have, with all that is in work. */
export interface Lock {
  readonly folder: string;
  readonly path: string;
  readonly owner: Owner;
  /** Folders that were made for it. */
  readonly made: readonly string[];
}

/** Another run writes, and goes on writing. */
export class Locked extends Error {
  constructor(
    readonly folder: string,
    readonly lock: string,
  ) {
    super(`${folder} is locked`);
  }
}

export const lockName = ".openapi-errors.lock";
const workName = /^\.openapi-errors\.(\d+-\d+-[0-9a-f]+)\.tmp$/;
const patience = 60_000;

/** Waits until no other run writes to a folder. What a run that was killed left is completed or taken back first. */
export async function lockFolder(folder: string): Promise<Lock> {
  const until = Date.now() + patience;
  for (let attempt = 1; ; attempt += 1) {
    const lock = tryToLock(folder, attempt);
    if (lock === "recovered") continue;
    if (lock) return lock;
    if (Date.now() > until) throw new Locked(folder, join(folder, lockName));
    await setTimeout(20 + Math.random() * 30);
  }
}

/** Gives the folder back as it is now. What is left of the work is nobody's from this moment on, and goes. */
export function unlock({ folder, path, owner, made }: Lock): void {
  const work = workOf(folder, owner);
  try {
    renameSync(path, work);
  } catch {
    // It is whole, and ended: the next run tidies up.
  }
  discard(work, owner, made);
}

/** Leaves it to the next run to complete or to take back what is journalled. */
export function abandon({ owner }: Lock): void {
  end(owner);
}

/** Best effort: what stays is nobody's. */
function discard(work: string, owner: Owner, made: readonly string[]): void {
  end(owner);
  try {
    rmSync(work, { recursive: true, force: true });
    for (const empty of made.toReversed()) rmdirSync(empty);
  } catch {
    // There is something in it, as there should be.
  }
}

/** Whether a run is writing to a folder, or was and did not end. */
export function isInWork(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  return readdirSync(folder).some((name) => name === lockName || workName.test(name));
}

function tryToLock(folder: string, attempt: number): Lock | "recovered" | undefined {
  const owner = newOwner();
  const path = join(folder, lockName);
  const work = workOf(folder, owner);
  let made: readonly string[] = [];
  let lock: Lock | undefined;
  try {
    made = makeFolder(folder);
    // A folder is renamed at once, with the name of its owner in it, and never to one that has something in it.
    mkdirSync(work);
    writeFileSync(join(work, "owner.json"), JSON.stringify(owner));
    if (renamed(work, path)) {
      lock = { folder, path, owner, made };
      sweep(folder);
      return lock;
    }
    const holder = lastOwner(path);
    if (isRunning(holder, ageOf(path))) return undefined;
    // Only one can follow a run that is dead, and only in the very folder that it left.
    if (!renamed(work, join(path, `next-${holder.token}`))) return undefined;
    if (lastOwner(path).token !== owner.token) {
      rmSync(join(path, `next-${holder.token}`), { recursive: true, force: true });
      return undefined;
    }
    recover(path, folder);
    unlock({ folder, path, owner, made: [] });
    return "recovered";
  } catch (error) {
    // Another run took back the folder that it had made. Where there can be none, there is none the tenth time either.
    if (isMissing(error) && ageOf(folder) < 0 && attempt < 10) return undefined;
    throw error;
  } finally {
    if (!lock) discard(work, owner, made);
  }
}

/** What was in work when a run was killed, and is nobody's. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const token = workName.exec(name)?.[1];
      const path = join(folder, name);
      if (token === undefined || isRunning({ ...ownerIn(path), token }, ageOf(path))) continue;
      rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // The next run will.
  }
}

function workOf(folder: string, { token }: Owner): string {
  return join(folder, `.openapi-errors.${token}.tmp`);
}

/** Renames a folder; false where there is one that is not empty, or none to rename it into. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const isTaken = code === "ENOTEMPTY" || code === "EEXIST" || (code === "EPERM" && ageOf(to) >= 0);
    if (isTaken || (code === "ENOENT" && ageOf(from) >= 0)) return false;
    throw error;
  }
}

/** Whose a lock is: its first owner's or, where that one died, his who followed last. */
function lastOwner(lock: string): Owner {
  const seen = new Set<string>();
  let owner = ownerIn(lock);
  while (!seen.has(owner.token)) {
    const next = join(lock, `next-${owner.token}`);
    if (ageOf(next) < 0) return owner;
    seen.add(owner.token);
    owner = ownerIn(next);
  }
  // No run follows itself: whoever made such a folder, it is never his who asks.
  return nobody;
}

const nobody: Owner = { token: "nobody", host: newOwner().host };

function ownerIn(path: string): Owner {
  try {
    const { token, host } = JSON.parse(readFileSync(join(path, "owner.json"), "utf8")) as Partial<Owner>;
    return typeof token === "string" && typeof host === "string" ? { token, host } : nobody;
  } catch (error) {
    // A folder that is no lock of ours has none; who can't be known may be running.
    if (isMissing(error) || error instanceof SyntaxError) return nobody;
    throw error;
  }
}

/** How long ago a folder was made, in milliseconds; -1 where there is none. */
function ageOf(path: string): number {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat ? Math.max(Date.now() - stat.mtimeMs, 0) : -1;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
