import { spawnSync } from "node:child_process";
import { lastResult } from "./results.js";

/**
 * Runs what measures the promises on hostile documents and broken machines, a part of each, and prints one table.
 * Run: npm run bench:safety, with all that there is to try: -- --full, or with what was measured last: -- --last
 */
interface Part {
  readonly script: string;
  /** What a short run is given. */
  readonly short: readonly string[];
  readonly results: readonly string[];
}

const parts: readonly Part[] = [
  { script: "bench:texts", short: ["60"], results: ["texts"] },
  { script: "bench:faults", short: ["1", "100", "9"], results: ["faults", "kills", "races", "people"] },
  { script: "bench:determinism", short: ["4"], results: ["determinism"] },
  { script: "bench:regexes", short: [], results: ["regexes"] },
  { script: "bench:names", short: ["50"], results: ["names"] },
  {
    script: "bench:mutants",
    short: ["retry"],
    results: ["mutants-encoders", "mutants-retry", "mutants-parser", "mutants-writer"],
  },
];

const [, , how = ""] = process.argv;
const start = Date.now();
const rows: string[] = [];
let failed = 0;
for (const { script, short, results } of parts) {
  if (how !== "--last") {
    const args = ["run", script, "--", ...(how === "--full" ? [] : short)];
    spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  }
  for (const name of results) {
    const result = lastResult(name);
    if (result === undefined) {
      rows.push(`| ${name} | nothing was measured yet: npm run ${script} does | | |`);
      continue;
    }
    const { tried, found, isGood, measured } = result;
    failed += isGood ? 0 : 1;
    const figures = Object.entries(found).map(([figure, value]) => `${figure}: ${value}`);
    // What a short run leaves out may be of another day.
    const when = measured.getTime() < start ? `, on ${measured.toISOString().slice(0, 16).replace("T", " at ")}` : "";
    rows.push(`| ${name} | ${tried} | ${figures.join("; ")} | ${isGood ? "as promised" : "NOT as promised"}${when} |`);
  }
}
console.log(`\n| what | tried | found | |\n|---|---|---|---|\n${rows.join("\n")}`);
process.exitCode = failed > 0 ? 1 : 0;
