import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
// What npm says of its surroundings is not for the npm that is asked here.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** The package as it would be published, in a project that has nothing else. */
export interface Installed {
  readonly folder: string;
  readonly tarball: string;
  readonly remove: () => void;
}

/** Packs what `npm run build` made, and installs it as a user does, from npm's cache where that has it. */
export function installPackage(): Installed {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-package-")));
  const packed = npm(project, "pack", "--ignore-scripts", "--silent", "--pack-destination", folder);
  const tarball = join(folder, packed.trim().split("\n").at(-1)!);
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball);
  return { folder, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, env, encoding: "utf8", shell: process.platform === "win32" });
}
