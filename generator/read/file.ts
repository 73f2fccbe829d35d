import { isAscii } from "node:buffer";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { documentIn, nearestFile } from "./nearest-file.js";

const maxBytes = 64 * 1024 * 1024;
const tooLarge = { reason: "it is larger than 64 MB", fix: "split it into several files" };
const saved = "save it in a file, and name that";
const rootMarks = [".git", "package.json", "redocly.yaml"];

/** Why a file can't be read, and what to do about it. */
export interface Unread {
  readonly reason: string;
  readonly fix: string;
}

/** A file by its path; or its text as well: then the path says where it would lie, and is not opened. */
export type FileInput = string | { readonly path: string; readonly text: string };

/** A file that a run depends on, by its whole path, and what was read of it; undefined where it could not be read. */
export interface OpenedFile {
  readonly path: string;
  readonly text: string | undefined;
  /** Of a document: the folder that its references may not leave, where that was found and not named. */
  readonly root?: string | undefined;
  /** It lies outside the root, and was not opened. */
  readonly isOutside?: true;
}

/** Those that were opened, or would have been, had they been there. */
export function openedOf(files: readonly OpenedFile[]): string[] {
  return files.flatMap(({ path, isOutside }) => (isOutside ? [] : [path]));
}

/** Where a file lies, or would. */
export function pathOf(file: FileInput): string {
  return resolve(typeof file === "string" ? file : file.path);
}

/** The text of a file, or why there is none. Devices, pipes and folders are not opened. */
export function readText(file: FileInput): { readonly text: string } | Unread {
  if (typeof file !== "string") return textInMemory(file.text);
  const path = file;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { reason: "it is a folder", fix: thereIs(documentIn(path)) ?? "name a file in it" };
    if (!stat.isFile()) return { reason: "it is no regular file", fix: saved };
    if (stat.size > maxBytes) return tooLarge;
    const bytes = readFileSync(path);
    return { text: decoded(bytes) };
  } catch (error) {
    return whyUnread(path, error);
  }
}

/** What kept a file from being read. */
export function whyUnread(path: string, error: unknown): Unread {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const fix = "name a file that exists and that you may read";
  // What stands for standard input elsewhere.
  if (code === "ENOENT" && basename(path) === "-") return { reason: "standard input is not read here", fix: saved };
  if (code === "ENOENT" || code === "ENOTDIR")
    return urlNamed(path) ?? { reason: "there is no such file", fix: thereIs(nearestFile(path)) ?? fix };
  if (code === "EACCES") return { reason: "permission denied", fix };
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return { reason: "it is not UTF-8 text", fix: "save it as UTF-8" };
  return { reason: String(code ?? error), fix };
}

/** Whether a path leads to a file, by links as well. */
export function isFile(path: string): boolean {
  // Below a file, or in a circle of links, there is nothing either.
  return existsSync(path) && statSync(path).isFile();
}

/** Why there is no folder at a path; undefined where there is one. */
export function folderUnread(path: string): Unread | undefined {
  const fix = "name a folder that is there";
  if (!existsSync(path)) return { reason: "there is no such folder", fix };
  return statSync(path).isDirectory() ? undefined : { reason: "it is no folder", fix };
}

function thereIs(file: string | undefined): string | undefined {
  return file === undefined ? undefined : `name \`${shownPath(resolve(file))}\`, which is there`;
}

/** A URL where a path is meant, also one that was resolved like a path. */
export function isUrl(path: string): boolean {
  return urlIn(path) !== undefined;
}

function urlIn(path: string): { readonly isFile: boolean; readonly rest: string } | undefined {
  const [, scheme, rest = ""] = /(?:^|[/\\])(https?|file):[/\\]+(.*)$/is.exec(path) ?? [];
  return scheme === undefined ? undefined : { isFile: scheme.toLowerCase() === "file", rest };
}

function urlNamed(path: string): Unread | undefined {
  const url = urlIn(path);
  if (!url) return undefined;
  if (!url.isFile) return { reason: "it is a URL, and only files are read", fix: "download it, and name the file" };
  const meant = [`/${url.rest}`, url.rest].find((each) => existsSync(each));
  return { reason: "it is a URL, and files are named by their paths", fix: `name \`${meant ?? `/${url.rest}`}\`` };
}

function textInMemory(text: string): ReturnType<typeof readText> {
  if (Buffer.byteLength(text) > maxBytes) return tooLarge;
  return { text: text.replace(/^\ufeff/, "") };
}

/** The text of a file that was written here; undefined where there is none. Throws where it can't be read. */
export function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function decoded(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  // Most documents hold nothing else, and are copied as they are.
  if (encoding === "utf-8" && isAscii(bytes)) return bytes.toString("latin1");
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** By the first two bytes, as YAML 1.2 section 5.2 has it: a byte order mark, or one byte of a letter that is zero. */
export function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}

/** The folder that references may not leave: the nearest one above that begins a project, else the file's own. */
export function rootFolderOf(path: string): string {
  const own = dirname(path);
  for (let folder = own; ; folder = dirname(folder)) {
    if (rootMarks.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** Whether files, symbolic links resolved, lie below a folder. */
export function areBelow(folder: string): (path: string) => boolean {
  let real: string | undefined;
  return (path) => {
    try {
      // One call of the system for each, not one for each folder above: there may be thousands of files.
      real ??= realpathSync.native(folder);
      return isWithin(realpathSync.native(path), real);
    } catch {
      // What does not exist is judged by its name, so that the right problem is reported.
      return isWithin(path, folder);
    }
  };
}

/** Whether a path leads on from a folder, both as they are written. The topmost one ends with a sign already. */
export function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path as a person would type it; a URL that was resolved like one as it was written. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  if (shown === "") return ".";
  if (shown.startsWith("..")) return path;
  return shown.replace(/^(https?:)[/\\]/i, "$1//");
}
