import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
// What npm says of its surroundings is not for the npm that is asked here.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** A project that has one package, and nothing else. */
export interface Installed {
  readonly folder: string;
  readonly remove: () => void;
}

/** Packs what `npm run build` made, as it would be published; gives the file. */
export function packPackage(folder: string): string {
  const packed = npm(project, "pack", "--ignore-scripts", "--silent", "--pack-destination", folder);
  return join(folder, packed.trim().split("\n").at(-1)!);
}

/** Installs a package as a user does, from npm's cache where that has it. */
export function installPackage(specification: string): Installed {
  const folder = temporary();
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", specification);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function temporary(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-package-")));
}

/** A package that was installed, once for each place. */
export interface Weighed {
  readonly name: string;
  /** Bytes of its files, without packages inside of it. */
  readonly bytes: number;
}

/** All that was installed with a package. */
export function weighed({ folder }: Installed): Weighed[] {
  const { packages } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8"));
  return Object.keys(packages).map((path) => ({
    name: path.replace(/^.*node_modules\//, ""),
    bytes: bytesIn(join(folder, path)),
  }));
}

function bytesIn(folder: string): number {
  const sizes = readdirSync(folder).map((name) => {
    const stat = lstatSync(join(folder, name));
    if (!stat.isDirectory()) return stat.size;
    return name === "node_modules" ? 0 : bytesIn(join(folder, name));
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Of packages that are there more than once, those that weigh more than 1 MB each. */
export function heavyCopies(packages: readonly Weighed[]): string[] {
  const heavy = packages.filter(({ bytes }) => bytes > 1e6).map(({ name }) => name);
  return heavy.filter((name) => packages.filter((other) => other.name === name).length > 1);
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, env, encoding: "utf8", shell: process.platform === "win32" });
}
