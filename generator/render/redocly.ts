import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { required } from "../package/folder.js";
import { guard, guardVariable, type Readable } from "./redocly-guard.js";

const run = promisify(execFile);
const { version } = required("@redocly/cli/package.json") as { version: string };

export const redoclyVersion = version;
export const redoclyFolder = dirname(required.resolve("@redocly/cli/package.json"));

/** Runs a command of Redocly CLI in a folder, without a word to anyone. */
export async function redocly(args: readonly string[], folder: string, readable: Readable): Promise<void> {
  const env = {
    ...process.env,
    [guardVariable]: JSON.stringify({ ...readable, folders: [redoclyFolder, ...readable.folders] }),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  };
  const asked = ["--import", guard, join(redoclyFolder, "bin/cli.js"), ...args];
  await run(process.execPath, asked, { cwd: folder, env });
}
