import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { redoclyFolder } from "./redocly.js";
import { guard, guardVariable, type Readable } from "./redocly-guard.js";

const run = promisify(execFile);

/** Runs a command of Redocly CLI in a folder, without a word to anyone. */
export async function runRedocly(args: readonly string[], folder: string, readable: Readable): Promise<void> {
  const env = {
    ...process.env,
    [guardVariable]: JSON.stringify({ ...readable, folders: [redoclyFolder, ...readable.folders] }),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  };
  const asked = ["--import", guard, join(redoclyFolder, "bin/cli.js"), ...args];
  await run(process.execPath, asked, { cwd: folder, env });
}
