import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const maxBytes = 64 * 1024 * 1024;
const rootMarks = [".git", "package.json", "redocly.yaml"];

/** The text of a file, or the reason why there is none. Devices, pipes and folders are not opened. */
export function readText(path: string): { readonly text: string } | { readonly reason: string } {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { reason: "it is no regular file" };
    if (stat.size > maxBytes) return { reason: "it is larger than 64 MB" };
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return { text };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { reason: "there is no such file" };
    if (code === "EACCES") return { reason: "permission denied" };
    return { reason: code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "it is not UTF-8 text" : String(code ?? error) };
  }
}

/** The folder that references may not leave: the nearest one above that begins a project, else the file's own. */
export function rootFolderOf(path: string): string {
  const own = dirname(path);
  for (let folder = own; ; folder = dirname(folder)) {
    if (rootMarks.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** Whether a file, symbolic links resolved, lies below a folder. */
export function isBelow(path: string, folder: string): boolean {
  try {
    const real = realpathSync(path);
    return real.startsWith(realpathSync(folder) + sep);
  } catch {
    // What does not exist is judged by its name, so that the right problem is reported.
    return path.startsWith(folder + sep);
  }
}

/** A path as a person would type it. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown.startsWith("..") ? path : shown;
}
