import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Batch, BatchResult } from "./agree-batch.js";
import { documentsBelow, spread } from "./documents.js";

/**
 * Generates for the documents in a folder and below, and reads all vectors, and answers that are near to them, in both
 * languages: what is not as the vector says, and what the languages do not make alike, is printed.
 * Run: npm run corpus:agree -- <folder> [<how many documents, spread evenly> [<how many answers for each>]]
 */
const [, , given, limit, answers = "30"] = process.argv;
if (given === undefined) {
  console.log("skipped: no folder of documents was named (npm run corpus:agree -- <folder>)");
  process.exit(0);
}
const root = resolve(given);
const documents = spread(documentsBelow(root), limit);
const size = 40;
const due = Array.from({ length: Math.ceil(documents.length / size) }, (_, index) =>
  documents.slice(index * size).slice(0, size),
);
const sums = { documents: 0, vectors: 0, answers: 0 };
const failures: string[] = [];

const work = async () => {
  for (let batch = due.pop(); batch; batch = due.pop()) {
    const result = await run({ documents: batch, root, answers: Number(answers) });
    for (const name of ["documents", "vectors", "answers"] as const) sums[name] += result[name];
    for (const { document, failure } of result.failures) failures.push(`${relative(root, document)}\n    ${failure}`);
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const failure of failures.sort()) console.log(failure);
console.log(`${sums.documents} documents, ${sums.vectors} vectors, ${sums.answers} answers near to them`);
console.log(`${failures.length} failures`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function run(batch: Batch): Promise<BatchResult> {
  const program = fileURLToPath(new URL("agree-batch.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(batch));
  return (await json(child.stdout)) as BatchResult;
}
