import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** A run that writes. Its token tells the process: its id and, where the system says, when it was started. */
export interface Owner {
  readonly token: string;
  readonly host: string;
}

/** Runs of this process that have ended, however they did. */
const ended = new Set<string>();

export function newOwner(): Owner {
  const random = randomBytes(6).toString("hex");
  return { token: `${process.pid}-${startOf(process.pid) ?? 0}-${random}`, host: hostname() };
}

export function end({ token }: Owner): void {
  ended.add(token);
}

/** How long a run of another machine, of which nothing can be known, is taken to go on. */
const longEnough = 60_000;

/** Whether a run may still be writing. `age`: of what it left, in milliseconds. */
export function isRunning({ token, host }: Owner, age: number): boolean {
  if (ended.has(token)) return false;
  if (host !== hostname()) return age < longEnough;
  const [, pid, start] = /^(\d+)-(\d+)-[0-9a-f]+$/.exec(token) ?? [];
  if (pid === undefined || !isProcess(Number(pid))) return false;
  // The number of a process that has ended is given to another one.
  const now = startOf(Number(pid));
  return now === undefined || start === "0" || String(now) === start;
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process was started, in ticks since the system was; undefined where the system does not say (proc(5), stat). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
