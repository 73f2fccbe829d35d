/** What Redocly may read, from an environment variable, as JSON. */
export const guardVariable = "OPENAPI_ERRORS_READABLE";

export interface Readable {
  readonly folders: readonly string[];
  /** A file that need not be there, and where its text stands. */
  readonly instead?: readonly [path: string, copy: string] | undefined;
}

// Redocly reads whatever a document refers to: devices, pipes and files of others too. No setting keeps it from that.
const program = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { sep } from "node:path";
globalThis.fetch = () => Promise.reject(new Error("nothing is loaded"));
const given = JSON.parse(process.env.${guardVariable});
const folders = given.folders.map((folder) => fs.realpathSync(folder) + sep);
const [named, copy] = given.instead ?? [];
const standIn = (path) => (path === named ? copy : path);
const { existsSync, lstatSync } = fs;
fs.existsSync = (path) => existsSync(standIn(path));
fs.lstatSync = (path, ...rest) => lstatSync(standIn(path), ...rest);
const { readFile } = fs.promises;
fs.promises.readFile = async (path, ...rest) => {
  const real = fs.realpathSync(standIn(path));
  if (!folders.some((folder) => real.startsWith(folder)) || !fs.statSync(real).isFile())
    throw Object.assign(new Error("nothing is read there"), { code: "ENOENT" });
  return readFile(real, ...rest);
};
syncBuiltinESMExports();
`;

/** Loaded before Redocly: it reads regular files below some folders alone, and asks no address. */
export const guard = `data:text/javascript,${encodeURIComponent(program)}`;
