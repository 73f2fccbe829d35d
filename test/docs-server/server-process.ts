import type { TestContext } from "node:test";
import { type ServedProcess, serveCommand } from "../support/served.js";

/** `openapi-errors docs` as a process that is gone after the test. */
export function serveDocs(t: TestContext, cwd: string, ...args: string[]): Promise<ServedProcess> {
  return serveDocsIn(t, cwd, {}, ...args);
}

/** The same with more in its environment. */
export function serveDocsIn(
  t: TestContext,
  cwd: string,
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<ServedProcess> {
  return serveCommand(t, ["docs", ...args], { cwd, env });
}
