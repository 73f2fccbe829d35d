import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { spawnArguments } from "./cli.js";

export interface ServedProcess {
  /** What it printed on standard output. */
  readonly url: string;
  /** Interrupts it as Ctrl-C does, and gives its exit status and what it told. */
  stop(): Promise<{ readonly status: number | null; readonly stderr: string }>;
}

/** A command that serves until it is interrupted, as a process that is gone after the test. */
export async function serveCommand(
  t: TestContext,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<ServedProcess> {
  const [command, ...rest] = spawnArguments(args);
  const child = spawn(command!, rest, { cwd, env: { ...process.env, ...env } });
  t.after(() => child.kill("SIGKILL"));
  const told = text(child.stderr);
  const ended = once(child, "close") as Promise<[number | null]>;
  const first = createInterface(child.stdout)[Symbol.asyncIterator]().next();
  const { value } = await Promise.race([first, ended.then(async () => Promise.reject(new Error(await told)))]);
  return {
    url: String(value),
    async stop() {
      child.kill("SIGINT");
      const [status] = await ended;
      return { status, stderr: await told };
    },
  };
}
