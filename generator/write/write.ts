import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { hasErrors, type Problem } from "../problem/problem.js";
import { linkToNowhere, refusalOf } from "../problem/refusal.js";
import { fileUnwritable, outputLocked } from "../problem/writing.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import type { Change } from "./change.js";
import { isInWork, type Lock, Locked, lockFolder, lockName, unlock } from "./lock.js";
import { allowing } from "./permission.js";
import { type Output, type Plan, planOutput, type StandingFile } from "./plan.js";
import { isThere } from "./present.js";
import { transact } from "./transaction.js";
import { WriteError } from "./write-error.js";

/** What was done, or would be, with the paths of files as a person would type them; and why nothing was. */
export interface Written {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** What stands in each folder then; nothing where a problem stopped it. */
  readonly standing: readonly Standing[];
}

export interface Standing {
  readonly folder: string;
  readonly files: readonly StandingFile[];
}

/** Compares what was generated with what stands in the folders, and writes nothing of it. */
export function compareOutputs(outputs: readonly Output[], force: boolean): Promise<Written> {
  return refusals(outputs, async () => told(outputs, await settledPlans(outputs, force)));
}

/** Brings the folders to what was generated: all of them, or none. */
export function writeOutputs(outputs: readonly Output[], force: boolean): Promise<Written> {
  return refusals(outputs, async () => {
    const planned = await settledPlans(outputs, force);
    const isRefused = planned.some(({ problems }) => hasErrors(problems));
    if (isRefused || planned.every(({ steps }) => steps.length === 0)) return told(outputs, planned);

    const locks = new Map<string, Lock>();
    try {
      // In one order, so that no two runs wait for each other.
      for (const { folder } of [...outputs].sort((a, b) => (a.folder < b.folder ? -1 : 1)))
        locks.set(folder, await lockFolder(folder));
    } catch (error) {
      for (const lock of locks.values()) unlock(lock);
      throw error;
    }
    // Once more, since another run may have written in the meantime. From here on nothing is waited for.
    let final: readonly Plan[] = [];
    transact(
      outputs.map(({ folder }) => locks.get(folder)!),
      () => {
        final = plansOf(outputs, force);
        return final.some(({ problems }) => hasErrors(problems)) ? [] : final.map(({ steps }) => steps);
      },
    );
    return told(outputs, final);
  });
}

async function settledPlans(outputs: readonly Output[], force: boolean): Promise<Plan[]> {
  for (const { folder } of outputs) await settle(folder);
  return plansOf(outputs, force);
}

function plansOf(outputs: readonly Output[], force: boolean): Plan[] {
  return outputs.map((output) => planOutput(output, force));
}

/** What a run that was killed left in a folder is completed or taken back; a run that writes is waited for. */
export async function settle(folder: string): Promise<void> {
  if (!isInWork(folder)) return;
  try {
    unlock(await lockFolder(folder));
  } catch (error) {
    // Where nothing may be written, remains that are only in the way of nobody stay.
    if (isThere(join(folder, lockName))) throw error;
  }
}

function told(outputs: readonly Output[], plans: readonly Plan[]): Written {
  const problems = plans.flatMap((plan) => plan.problems);
  const changes = plans.flatMap((plan, index) =>
    plan.changes.map(({ path, kind }) => ({ path: shownPath(join(outputs[index]!.folder, path)), kind })),
  );
  if (hasErrors(problems)) return { problems, changes: [], standing: [] };
  return {
    problems,
    changes,
    standing: outputs.map(({ folder }, index) => ({ folder, files: plans[index]!.standing })),
  };
}

/** What the file system refuses is a problem like any other. */
async function refusals(outputs: readonly Output[], work: () => Promise<Written>): Promise<Written> {
  try {
    return await work();
  } catch (error) {
    return { changes: [], standing: [], problems: [refused(error, outputs[0]?.folder ?? ".")] };
  }
}

function refused(error: unknown, folder: string): Problem {
  if (error instanceof Locked) {
    const [file, lock] = [shownPath(error.folder), shownPath(error.lock)];
    return { ...outputLocked(file, lock), position: beginningOf(file) };
  }
  const path = error instanceof WriteError ? error.file : folder;
  const cause = error instanceof WriteError ? error.cause : error;
  const refusal = refusalOf(cause, undefined, () => allowing(path));
  if (!refusal) throw error;
  // The file system takes a link to nowhere for a file.
  const link = refusal.isInTheWay ? linkLeadingNowhere(path) : undefined;
  const file = shownPath(link?.path ?? path);
  return { ...fileUnwritable(file, link ? linkToNowhere(link.target) : refusal), position: beginningOf(file) };
}

/** A symbolic link on the way to a path. */
function linkLeadingNowhere(path: string): { readonly path: string; readonly target: string } | undefined {
  for (let at = resolve(path); at !== dirname(at); at = dirname(at))
    if (isLink(at)) return existsSync(at) ? undefined : { path: at, target: readlinkSync(at) };
  return undefined;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // Below a file, there is nothing that could be one.
    return false;
  }
}
