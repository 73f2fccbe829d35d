import { Worker } from "node:worker_threads";
import { packageFolder } from "../package/folder.js";
import { isBuilt } from "../package/is-built.js";

/** What Redoc makes of a document before a browser has it. */
export interface Rendered {
  readonly html: string;
  /** Style elements. */
  readonly styles: string;
}

/** What came of a document; where it is why nothing did, those behind it may be missing. */
export type Outcome = { readonly rendered: Rendered } | { readonly failed: unknown };

const program = new URL(isBuilt ? "dist/commonjs/start-redoc.js" : "generator/vendor/redoc.js", packageFolder);

/** Renders documents, given as JSON, one after another. Redoc takes longer to load than most pages. */
export async function renderByRedoc(documents: readonly string[], options: object): Promise<readonly Outcome[]> {
  // What Node is told for the program alone says nothing of the worker, or fails there, as --input-type does before Node 22.
  const execArgv: string[] = [];
  // React checks each of its calls elsewhere, and makes the same of them.
  const env = { ...process.env, NODE_ENV: "production" };
  let worker: Worker;
  try {
    worker = new Worker(program, { workerData: { documents, options }, execArgv, env, stdout: true, stderr: true });
  } catch (failed) {
    // Node's permissions may not allow any.
    return [{ failed }];
  }
  return outcomesOf(worker, documents.length);
}

/** A worker that runs out of memory ends at the document whose outcome is the next. */
function outcomesOf(worker: Worker, count: number): Promise<readonly Outcome[]> {
  return new Promise((resolve) => {
    const outcomes: Outcome[] = [];
    let failed: unknown = new Error("it ended before it was done");
    worker.on("error", (error) => {
      failed = error;
    });
    worker.on("message", (outcome: Outcome) => outcomes.push(outcome));
    worker.on("exit", () => resolve(outcomes.length === count ? outcomes : [...outcomes, { failed }]));
  });
}
