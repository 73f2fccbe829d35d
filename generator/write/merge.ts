import { basename, dirname } from "node:path";
import { required } from "../package/folder.js";
import { hashOfBytes, withoutReturns } from "./hash.js";

const longest = 64 * 1024 * 1024;

/**
 * Whether a file is what a merge of git left where it stopped, and both sides are as runs wrote them, by what the lists of both
 * name: then nobody wrote anything in it. Only git knows the sides: it merges what it can before it writes its marks.
 */
export function isMergeOfOurs(file: string, text: string, list: string): boolean {
  if (!/^<{7} /m.test(text) || !/^>{7} /m.test(text)) return false;
  const listed = new Set(list.match(/^[0-9a-f]{64}(?= )/gm));
  const sides = sidesOf(file);
  return sides.length > 0 && sides.every((side) => listed.has(hashOfBytes(withoutReturns(side))));
}

/** What each of the two had there that are merged; nothing where none are. */
function sidesOf(file: string): string[] {
  const unmerged = git(file, ["ls-files", "--unmerged", "-z", "--", `:(literal)${basename(file)}`]) ?? "";
  const ids = [...unmerged.matchAll(/(?:^|\0)\d+ ([0-9a-f]+) [23]\t/g)].map(([, id = ""]) => id);
  const sides = ids.map((id) => git(file, ["cat-file", "blob", id]));
  return sides.some((side) => side === undefined) ? [] : sides.map((side) => side ?? "");
}

function git(file: string, args: readonly string[]): string | undefined {
  // Loaded by those few runs that need it: it takes longer than to compare all files.
  const { spawnSync } = required("node:child_process") as typeof import("node:child_process");
  const { status, stdout } = spawnSync("git", args, { cwd: dirname(file), encoding: "utf8", maxBuffer: longest });
  return status === 0 ? stdout : undefined;
}
