import { isAbsolute } from "node:path";
import { commitWith } from "./blobs.js";
import type { Given } from "./sides.js";

/**
 * Both sides by their paths from the top of the repository. `git diff --relative` says them from a folder, and calls the
 * driver at the top all the same.
 */
export function fromTop(old: Given, now: Given): readonly [old: Given, now: Given] {
  const folder = folderHere(now) ?? folderHere(old) ?? folderOfCaller(old) ?? folderOfCaller(now) ?? "";
  const whole = (given: Given): Given => ({ ...given, path: `${folder}${given.path}` });
  return [whole(old), whole(now)];
}

/** What stands before the path in that of the file that is here, which git hands over as it is. */
function folderHere({ path, file }: Given): string | undefined {
  return !isAbsolute(file) && (file === path || file.endsWith(`/${path}`)) ? file.slice(0, -path.length) : undefined;
}

/** The folder that git was called in, where only there the blob has ever been at the path. */
function folderOfCaller({ path, file, hash }: Given): string | undefined {
  const folder = process.env.GIT_PREFIX ?? "";
  if (folder === "" || file === "/dev/null" || commitWith({ path, hash }) !== undefined) return undefined;
  return commitWith({ path: `${folder}${path}`, hash }) === undefined ? undefined : folder;
}
