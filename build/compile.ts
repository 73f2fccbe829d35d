import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Compiles what a tsconfig names. */
export function compileProject(config: string): void {
  execFileSync(process.execPath, [compiler, "--project", config], { stdio: "inherit" });
}
