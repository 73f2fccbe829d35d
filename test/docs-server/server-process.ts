import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { spawnArguments } from "../support/cli.js";

export interface DocsProcess {
  /** What it printed on standard output. */
  readonly url: string;
  /** Interrupts it as Ctrl-C does, and gives its exit status and what it told. */
  stop(): Promise<{ readonly status: number | null; readonly stderr: string }>;
}

/** `openapi-errors docs` as a process that is gone after the test. */
export function serveDocs(t: TestContext, cwd: string, ...args: string[]): Promise<DocsProcess> {
  return serveDocsIn(t, cwd, {}, ...args);
}

/** The same with more in its environment. */
export async function serveDocsIn(
  t: TestContext,
  cwd: string,
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<DocsProcess> {
  const [command, ...rest] = spawnArguments(["docs", ...args]);
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
