/** What folders Redocly may read in, from an environment variable, as JSON. */
export const guardVariable = "OPENAPI_ERRORS_READABLE";

// Redocly reads whatever a document refers to: devices, pipes and files of others too. No setting keeps it from that.
const program = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { sep } from "node:path";
globalThis.fetch = () => Promise.reject(new Error("nothing is loaded"));
const folders = JSON.parse(process.env.${guardVariable}).map((folder) => fs.realpathSync(folder) + sep);
const { readFile } = fs.promises;
fs.promises.readFile = async (path, ...rest) => {
  const real = fs.realpathSync(path);
  if (!folders.some((folder) => real.startsWith(folder)) || !fs.statSync(real).isFile())
    throw Object.assign(new Error("nothing is read there"), { code: "ENOENT" });
  return readFile(real, ...rest);
};
syncBuiltinESMExports();
`;

/** Loaded before Redocly: it reads regular files below some folders alone, and asks no address. */
export const guard = `data:text/javascript,${encodeURIComponent(program)}`;
