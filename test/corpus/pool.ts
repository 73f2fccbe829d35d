import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Outcome } from "./worker.js";

const program = fileURLToPath(new URL("worker.ts", import.meta.url));

/** No outcome: it took too long, or its process ended. */
export type NoOutcome = "time-out" | "exit";

/**
 * Runs jobs in some processes side by side. What counts is the time a job worked, not how long it waited for a busy
 * machine; `wallSeconds` ends those that never come back.
 */
export async function runAll(
  jobs: readonly Job[],
  limits: { readonly workers: number; readonly cpuSeconds: number; readonly wallSeconds: number },
  tell: (job: Job, outcome: Outcome | NoOutcome) => void,
): Promise<void> {
  const due = [...jobs].reverse();
  const work = async () => {
    let worker = start();
    for (let job = due.pop(); job; job = due.pop()) {
      const outcome = await ask(worker, job, limits.wallSeconds);
      const isLate = typeof outcome !== "string" && outcome.cpuSeconds > limits.cpuSeconds;
      tell(job, isLate ? "time-out" : outcome);
      if (typeof outcome === "string") {
        worker.kill("SIGKILL");
        worker = start();
      }
    }
    worker.disconnect();
  };
  await Promise.all(Array.from({ length: limits.workers }, work));
}

function start(): ChildProcess {
  return fork(program, { execArgv: ["--import", "tsx"] });
}

function ask(worker: ChildProcess, job: Job, wallSeconds: number): Promise<Outcome | NoOutcome> {
  return new Promise((resolve) => {
    const answer = (outcome: Outcome | NoOutcome) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(outcome);
    };
    const timer = setTimeout(answer, wallSeconds * 1000, "time-out");
    worker.once("message", (message) => answer(message as Outcome));
    worker.once("exit", () => answer("exit"));
    worker.send(job);
  });
}
