import { join, relative, sep } from "node:path";
import { git } from "./git.js";

/**
 * What a file here was called before, the latest name first: as git follows its renames, from what is staged back. What it
 * was copied from is another file.
 */
export function formerPaths(root: string, path: string): string[] {
  const own = relative(root, path).split(sep).join("/");
  const staged = stepsOf(root, ["diff", "-M", "HEAD"]).find(({ now }) => now === own)?.was;
  const steps = stepsOf(root, ["log", "--follow", "-M", "--format="], staged ?? own);
  const copied = steps.findIndex(({ kind }) => kind === "C");
  const committed = (copied === -1 ? steps : steps.slice(0, copied)).map(({ was }) => was);
  return [...(staged === undefined ? [] : [staged]), ...committed].map((name) => join(root, name));
}

/** Renames and copies, as git prints them: `R100`, the path before, the path after. */
function stepsOf(root: string, command: readonly string[], path?: string) {
  const only = path === undefined ? [] : ["--", path];
  const { stdout } = git(["-C", root, "--literal-pathspecs", ...command, "--name-status", "-z", ...only]);
  const steps = stdout.matchAll(/(?<![^\0\n])([RC])\d{1,3}\0([^\0]+)\0([^\0]+)/g);
  return [...steps].map(([, kind = "", was = "", now = ""]) => ({ kind, was, now }));
}
