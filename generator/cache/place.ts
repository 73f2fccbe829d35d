import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

const name = "openapi-errors";

/** Where runs keep what they remember: beside the packages of the nearest project, else with what else the user's programs keep. */
export function cacheFolder(folder = process.cwd()): string {
  const packages = join(folder, "node_modules");
  if (existsSync(packages)) return join(packages, ".cache", name);
  return dirname(folder) === folder ? join(cachesOfUser(), name) : cacheFolder(dirname(folder));
}

/** As the systems have it: the XDG Base Directory Specification, Known Folders of Windows, and macOS. */
export function cachesOfUser(): string {
  const { XDG_CACHE_HOME: xdg = "", LOCALAPPDATA: local = "" } = process.env;
  if (process.platform === "win32") return local || join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return isAbsolute(xdg) ? xdg : join(homedir(), ".cache");
}
