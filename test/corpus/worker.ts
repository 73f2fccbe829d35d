import { exitOf } from "../../generator/commands/terminal.js";
import { generate } from "../../generator/generate.js";

/** Generates for one document after another, each asked for by a message, and answers what came of it. */
export interface Job {
  readonly document: string;
  readonly root: string;
  readonly output: string;
}

export interface Outcome {
  readonly exit: number;
  /** What it was refused for: each error's code and message. */
  readonly reasons: readonly string[];
  /** The stack of an exception: a defect of the tool. */
  readonly crash?: string;
  /** How long this process worked for it. */
  readonly cpuSeconds: number;
}

process.on("message", async (job: Job) => {
  const before = process.cpuUsage();
  const outcome = await run(job);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ ...outcome, cpuSeconds: (user + system) / 1e6 } satisfies Outcome);
});

async function run({ document, root, output }: Job): Promise<Omit<Outcome, "cpuSeconds">> {
  try {
    const { problems } = await generate({ targets: [{ document, output, emit: undefined, docsUrl: undefined }], root });
    const errors = problems.filter(({ level }) => level === "error");
    return { exit: exitOf(problems), reasons: errors.map(({ code, message }) => `${code}: ${message}`) };
  } catch (error) {
    return { exit: -1, reasons: [], crash: error instanceof Error ? String(error.stack) : String(error) };
  }
}
