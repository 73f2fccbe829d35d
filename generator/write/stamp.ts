import { type BigIntStats, lstatSync, statSync } from "node:fs";

/**
 * How long a file has to be left alone before its stamp tells it from any later one, in milliseconds: file systems count
 * in steps of up to two seconds, and what is written twice in one step has one stamp (git's racy-git.txt).
 */
const settled = 2500;

/**
 * What a file system says of a regular file and changes with it: by it git knows files that it need not read, too. Nobody
 * can set the time of the last change of status back. Undefined where there is no such file, or one that is too young.
 */
export function stampOf(path: string, follow: boolean): string | undefined {
  const stat = statOf(path, follow);
  if (!stat?.isFile()) return undefined;
  const { dev, ino, size, mode, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = stat;
  if (Date.now() - Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) < settled) return undefined;
  return [dev, ino, size, mode, mtimeNs, ctimeNs].join(" ");
}

/** Undefined also where it can't be asked for, as of a link that leads to itself: what reads the file tells of that. */
function statOf(path: string, follow: boolean): BigIntStats | undefined {
  try {
    return (follow ? statSync : lstatSync)(path, { bigint: true });
  } catch {
    return undefined;
  }
}
