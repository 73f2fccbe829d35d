import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Outcome } from "./worker.js";

const program = fileURLToPath(new URL("worker.ts", import.meta.url));

/** Runs jobs in some processes side by side; one that takes too long, or ends its process, has no outcome. */
export async function runAll(
  jobs: readonly Job[],
  { workers, seconds }: { readonly workers: number; readonly seconds: number },
  tell: (job: Job, outcome: Outcome | "time-out" | "exit") => void,
): Promise<void> {
  const due = [...jobs].reverse();
  const work = async () => {
    let worker = start();
    for (let job = due.pop(); job; job = due.pop()) {
      const outcome = await ask(worker, job, seconds);
      tell(job, outcome);
      if (typeof outcome === "string") {
        worker.kill("SIGKILL");
        worker = start();
      }
    }
    worker.disconnect();
  };
  await Promise.all(Array.from({ length: workers }, work));
}

function start(): ChildProcess {
  return fork(program, { execArgv: ["--import", "tsx"] });
}

function ask(worker: ChildProcess, job: Job, seconds: number): Promise<Outcome | "time-out" | "exit"> {
  return new Promise((resolve) => {
    const answer = (outcome: Outcome | "time-out" | "exit") => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(outcome);
    };
    const timer = setTimeout(answer, seconds * 1000, "time-out");
    worker.once("message", (message) => answer(message as Outcome));
    worker.once("exit", () => answer("exit"));
    worker.send(job);
  });
}
