import { existsSync, lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import type { Finding, Problem } from "../problem/problem.js";
import { fileUnwritable, outputLink, outputRefused } from "../problem/writing.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";

/** The folder that a path leads to, links resolved, whether it is there or not. */
export function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  return dirname(path) === path ? path : join(realPlace(dirname(path)), path.slice(dirname(path).length));
}

/** Why a folder can't be an output, whatever is in it: it holds what nobody generates. `sources`: what is read. */
export function refusedOutput(folder: string, sources: readonly string[]): Problem[] {
  const out = realPlace(folder);
  const held: readonly (readonly [place: string, name: string])[] = [
    [homedir(), "your home folder"],
    ...firstBelowEach(sources).map((source) => [dirname(source), `the folder of \`${shownPath(source)}\``] as const),
  ];
  const found = held.find(([place]) => isWithin(realPlace(place), out));
  const what =
    dirname(out) === out
      ? "is the root of the file system"
      : out.split(sep).includes(".git")
        ? "belongs to git"
        : found
          ? `${realPlace(found[0]) === out ? "is" : "holds"} ${found[1]}`
          : existsSync(join(out, ".git"))
            ? "is a git repository"
            : unreplacedIn(out);
  return what === undefined ? [] : [problemOf(folder, outputRefused(shownPath(folder), what))];
}

/** What a shell would have replaced: a folder that is called `~` is there for nobody, and easily removed in the wrong way. */
function unreplacedIn(path: string): string | undefined {
  const part = path.split(sep).find((one) => one === "~" || /\$\{\w+\}/.test(one));
  return part && `has \`${part}\` in it, which only a shell replaces`;
}

/** A document may be of a thousand files, in a few folders. */
function firstBelowEach(sources: readonly string[]): string[] {
  return [...new Map(sources.toReversed().map((source) => [dirname(source), source])).values()].reverse();
}

function isWithin(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return !(way === ".." || way.startsWith(`..${sep}`));
}

/** What keeps files from being written below a folder: links, folders in the place of files, and the other way round. */
export function obstacles(folder: string, paths: readonly string[]): Problem[] {
  const seen = new Map<string, Stats | undefined>();
  const found = new Map<string, Problem>();
  const look = (path: string) => {
    // The output itself may be a link: whoever named it meant where it leads.
    const stat = path === folder ? statSync : lstatSync;
    if (!seen.has(path)) seen.set(path, stat(path, { throwIfNoEntry: false }));
    return seen.get(path);
  };
  for (const path of paths) {
    const steps = path.split("/");
    for (let depth = 0; depth <= steps.length; depth += 1) {
      const place = depth === 0 ? folder : join(folder, ...steps.slice(0, depth));
      const stat = look(place);
      if (!stat) break;
      const finding = obstacle(place, stat, depth === steps.length);
      if (finding) found.set(place, problemOf(place, finding));
      if (finding) break;
    }
  }
  return [...found.values()];
}

function obstacle(place: string, stat: Stats, isLast: boolean): Finding | undefined {
  // A link is neither.
  if (isLast ? stat.isFile() : stat.isDirectory()) return undefined;
  const file = shownPath(place);
  if (stat.isSymbolicLink()) return outputLink(file);
  if (!isLast)
    return fileUnwritable(file, {
      reason: "it is no folder, and one has to be there",
      fix: "move it away, or name another folder with `--output`",
    });
  return stat.isDirectory()
    ? fileUnwritable(file, { reason: "a folder stands in its place", fix: "move the folder away" })
    : fileUnwritable(file, { reason: "it is no regular file", fix: "move it away" });
}

function problemOf(path: string, finding: Finding): Problem {
  return { ...finding, position: beginningOf(shownPath(path)) };
}
