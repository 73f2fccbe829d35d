import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const project = new URL("../../", import.meta.url);
const { OPENAPI_ERRORS_CLI: built } = process.env;
/** `npm test` runs the built program, as users do; a test that is run alone takes the source as it is. */
const program =
  built === undefined
    ? ["--import", import.meta.resolve("tsx"), fileURLToPath(new URL("generator/cli.ts", project))]
    : [fileURLToPath(new URL(built, project))];

// The test runner forces colours on a terminal.
const { FORCE_COLOR: _, ...inherited } = process.env;
const caches = mkdtempSync(join(tmpdir(), "openapi-errors-caches-"));
process.once("exit", () => rmSync(caches, { recursive: true, force: true }));
/** What runs of tests remember is none of the user's. */
export const plain = { ...inherited, XDG_CACHE_HOME: caches };

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CliOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which a process that would never end is ended, without an exit status. Default: never. */
  readonly timeout?: number;
}

/** The program and its arguments that run the command line. */
export function spawnArguments(args: readonly string[]): string[] {
  return [process.execPath, ...program, ...args];
}

/** Runs the command line as a process of its own, as a user would. */
export function runCli(
  args: readonly string[],
  { cwd = process.cwd(), env = {}, input }: CliOptions & { readonly input?: string | Uint8Array } = {},
): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
    cwd,
    env: { ...plain, ...env },
    ...(input === undefined ? {} : { input }),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** The same without waiting, so that several can run at a time. */
export async function startCli(
  args: readonly string[],
  { cwd = process.cwd(), env = {}, timeout }: CliOptions = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, [...program, ...args], { cwd, env: { ...plain, ...env }, timeout });
  const ended = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}

/** For tests that mostly wait for processes: as many at a time as there are processors. */
export const together = { concurrency: availableParallelism() };

/** A folder that is gone after the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-")));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
