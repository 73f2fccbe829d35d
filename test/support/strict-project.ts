import { execFile, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** TypeScript 7 says in a tenth of the time what TypeScript 5 says. */
type Compiler = "typescript" | "typescript-native";

/** Everything that asks more of code than `strict` does. No types are there but those of the language. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2023"],
  module: "nodenext",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  resolveJsonModule: true,
  rootDir: ".",
  outDir: "out",
};

/** Compiles all TypeScript in a folder to `out/`, and gives what the compiler has to say: nothing, if all is well. */
export function compileStrictly(
  folder: string,
  more: Readonly<Record<string, unknown>> = {},
  compiler: Compiler = "typescript-native",
): string {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const config = { compilerOptions: { ...compilerOptions, ...more }, include: ["."], exclude: ["out"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const args = [join(modules, compiler, "bin/tsc"), "--project", folder, "--pretty", "false"];
  return checkingAll(folder, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    return status === 0 ? "" : `${stdout}${stderr}`;
  });
}

/** What generated files say that no compiler need check, a line of its own. */
export const unchecked: RegExp = /^\/\/ @ts-nocheck .*\n/m;

/** Users need not check tables and what servers throw, since they are checked here, as the runtime is elsewhere. The files stay. */
function checkingAll<T>(folder: string, work: () => T): T {
  const skipped = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && basename(dirname(path)) !== "runtime")
    .map((path) => [join(folder, path), readFileSync(join(folder, path), "utf8")] as const)
    .filter(([, text]) => unchecked.test(text));
  for (const [path, text] of skipped) writeFileSync(path, text.replace(unchecked, ""));
  try {
    return work();
  } finally {
    for (const [path, text] of skipped) writeFileSync(path, text);
  }
}

/** Runs a compiled program, and gives what it prints. */
export function runProgram(file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", file], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr}`);
  return stdout;
}

/** The same without standing in the way of a server in this process that it asks. */
export async function runProgramAside(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--no-warnings", file]);
  return stdout;
}
