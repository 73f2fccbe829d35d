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
}

process.on("message", async (job: Job) => {
  process.send?.(await run(job));
});

async function run({ document, root, output }: Job): Promise<Outcome> {
  try {
    const { problems } = await generate({ targets: [{ document, output, emit: undefined, docsUrl: undefined }], root });
    const errors = problems.filter(({ level }) => level === "error");
    return { exit: exitOf(problems), reasons: errors.map(({ code, message }) => `${code}: ${message}`) };
  } catch (error) {
    return { exit: -1, reasons: [], crash: error instanceof Error ? String(error.stack) : String(error) };
  }
}
