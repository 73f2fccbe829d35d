import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sections } from "./mutants/sections.js";
import { keepResult } from "./results.js";

/**
 * Changes the code in every small way, and prints how many of the changes the tests notice, and which they do not.
 * Run: npm run bench:mutants, or for some sections, some of their files, or some lines:
 * npm run bench:mutants -- encoders retry
 * npm run bench:mutants -- parser generator/runtime/bytes.ts
 * npm run bench:mutants -- parser generator/runtime/bytes.ts:10-20
 */
interface Mutant {
  readonly status: "Killed" | "Survived" | "NoCoverage" | "Timeout" | "Ignored" | "RuntimeError" | "CompileError";
}

const project = fileURLToPath(new URL("../../", import.meta.url));
const core = createRequire(import.meta.url).resolve("@stryker-mutator/core");
const { Stryker } = await import(pathToFileURL(core).href);
process.chdir(project);
process.env.RUNS ??= "100";

const isFile = (each: string) => /\.ts(?::|$)/.test(each);
const files = process.argv.slice(2).filter(isFile);
const asked = process.argv.slice(2).filter((each) => !isFile(each));
let isBelow = false;
const rows: string[] = [];
for (const [name, { mutate, tests }] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const mutants = await mutantsOf(files.length > 0 ? files : mutate, tests);
  const counted = mutants.filter(({ status }) => !["Ignored", "RuntimeError", "CompileError"].includes(status));
  const alive = counted.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  const score = ((counted.length - alive.length) / counted.length) * 100;
  isBelow ||= score < 90;
  // What only a clock noticed: a loop, or a wait for what never comes.
  const late = counted.filter(({ status }) => status === "Timeout");
  const ignored = mutants.length - counted.length;
  rows.push(`| ${name} | ${counted.length} | ${alive.length} | ${late.length} | ${ignored} | ${score.toFixed(1)} |`);
  // What some files come to says nothing of all.
  if (files.length > 0) continue;
  keepResult(`mutants-${name}`, {
    tried: `${counted.length} changes of ${mutate.length} files`,
    found: { "not noticed": alive.length, "noticed by the clock": late.length, "score, %": Number(score.toFixed(1)) },
    isGood: score >= 90,
  });
}
console.log(
  `| section | mutants | alive | late | set aside | score, % |\n|---|---|---|---|---|---|\n${rows.join("\n")}`,
);
process.exitCode = isBelow ? 1 : 0;

function mutantsOf(mutate: readonly string[], tests: readonly string[]): Promise<Mutant[]> {
  const options = {
    mutate,
    testRunner: "bundle",
    plugins: [fileURLToPath(new URL("mutants/runner.mjs", import.meta.url))],
    bundled: { tests },
    coverageAnalysis: "perTest",
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 2),
    timeoutMS: 10_000,
    maxTestRunnerReuse: 100,
    ignorePatterns: ["dist", "generated/docs", "test/bench/node_modules", "test/bench/nodes", "test/bench/results"],
    symlinkNodeModules: true,
    tempDirName: `test/bench/node_modules/.stryker-${process.pid}`,
    cleanTempDir: "always",
    reporters: ["progress-append-only", "alive"],
    logLevel: "error",
  };
  return new Stryker(options).runMutationTest();
}
