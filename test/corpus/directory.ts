import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { compileStrictly } from "../support/strict-project.js";
import { documentsBelow, spread } from "./documents.js";
import { runAll } from "./pool.js";
import type { Job } from "./worker.js";

/**
 * Generates for every OpenAPI document in a folder and below, compiles what comes out, and prints what did not go well
 * and why. Run: npm run corpus -- <folder> [<how many, spread evenly>]
 */
const [, , given, limit] = process.argv;
if (given === undefined) {
  console.log("skipped: no folder of documents was named (npm run corpus -- <folder>)");
  process.exit(0);
}
const root = resolve(given);
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-corpus-"));
const jobs = spread(documentsBelow(root), limit).map(
  (document, index): Job => ({ document, root, output: join(folder, String(index)) }),
);

const generated: Job[] = [];
const failed = new Map<string, string[]>();
const isFailed = (kind: string, { document }: Job, reason: string) => {
  const title = `${kind}: ${reason.slice(0, 600)}`;
  failed.set(title, [...(failed.get(title) ?? []), relative(root, document)]);
};
const counts = { crashes: 0, timeouts: 0, refused: 0, swagger: 0 };

const limits = { cpuSeconds: 20, wallSeconds: 300 };
await runAll(jobs, { workers: 2, ...limits }, (job, outcome) => {
  if (outcome === "time-out") {
    counts.timeouts += 1;
    isFailed("time-out", job, `${limits.cpuSeconds} s of work`);
  } else if (outcome === "exit" || outcome.crash !== undefined || ![0, 1, 2].includes(outcome.exit)) {
    counts.crashes += 1;
    isFailed("crash", job, outcome === "exit" ? "the process ended" : (outcome.crash ?? `exit ${outcome.exit}`));
  } else if (outcome.exit === 0) generated.push(job);
  else if (outcome.reasons.some((reason) => reason.includes("Swagger 2"))) counts.swagger += 1;
  else {
    counts.refused += 1;
    isFailed("refused", job, outcome.reasons[0] ?? "for nothing");
  }
});

const batch = 200;
let compiled = 0;
for (let start = 0; start < generated.length; start += batch)
  compiled += compileBatch(generated.slice(start, start + batch));

for (const [title, names] of failed) console.log(`${title}\n${names.map((name) => `    ${name}\n`).join("")}`);
const { crashes, timeouts, refused, swagger } = counts;
const valid = jobs.length - swagger;
console.log(
  `${jobs.length} documents: ${crashes} crashes, ${timeouts} time-outs, ${swagger} Swagger 2 (refused properly)`,
);
console.log(`${valid} of OpenAPI 3: ${refused} refused, ${generated.length} generated, ${compiled} of them compile`);
console.log(`compiled share of those generated: ${((100 * compiled) / Math.max(generated.length, 1)).toFixed(2)} %`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = crashes + timeouts > 0 ? 1 : 0;

/** How many of them compile, in one run of the compiler. */
function compileBatch(part: readonly Job[]): number {
  const project = mkdtempSync(join(folder, "batch-"));
  const runtime = join(project, "runtime");
  for (const [index, { output }] of part.entries()) {
    // All of them bring the same runtime: it is compiled once.
    if (existsSync(runtime)) rmSync(join(output, "runtime"), { recursive: true });
    else renameSync(join(output, "runtime"), runtime);
    symlinkSync(runtime, join(output, "runtime"));
    renameSync(output, join(project, `d${index}`));
  }
  const wrong = new Map<number, string>();
  const said = compileStrictly(project, { noEmit: true });
  for (const [line, index] of said.matchAll(/^d(\d+)\/.*$/gm))
    wrong.set(Number(index), wrong.get(Number(index)) ?? line);
  if (said !== "" && wrong.size === 0) throw new Error(said);
  for (const [index, line] of wrong)
    isFailed("does not compile", part[index]!, line.replace(/^.*\/(.*?)\(\d+,\d+\)/, "$1"));
  rmSync(project, { recursive: true });
  return part.length - wrong.size;
}
