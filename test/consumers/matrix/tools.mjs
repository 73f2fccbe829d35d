import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the programs of the matrix are, and how they are run. */

export const here = fileURLToPath(new URL("./", import.meta.url));
export const root = fileURLToPath(new URL("../../../", import.meta.url));
const modules = `${here}node_modules/`;

/** The Node of a major version: test/bench/nodes holds them, for Linux on x64. */
export function node(major) {
  const path = `${root}test/bench/nodes/node_modules/node-${major}/bin/node`;
  return existsSync(path) ? path : undefined;
}

/** The command line of a package's program, run by this Node. */
export const bin = (path, ...args) => [process.execPath, `${modules}${path}`, ...args];

export const tsc = (version, ...args) => bin(`typescript${version}/bin/tsc`, ...args);

export const program = (path, ...args) => [`${modules}${path}`, ...args];

/** Runs a program to its end: what it printed, and how it ended. */
export function run([command, ...args], cwd, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ status: 1, output: String(error) }));
    child.on("close", (status) => resolve({ status, output }));
  });
}
