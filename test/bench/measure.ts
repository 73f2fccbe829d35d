import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What one process took. Those that it started itself are not counted. */
export interface Measured {
  readonly status: number | null;
  /** Time of the processor, in all threads: another program beside it makes no difference. */
  readonly seconds: number;
  /** The most memory that it held at a time. */
  readonly megabytes: number;
}

// Loaded before the program: at its end it writes down what it took.
const report = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs";' +
    'process.on("exit", () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.resourceUsage())));',
)}`;

/** Runs a Node program and measures it. `folder`: one for temporary files, and where it runs. */
export async function measure(args: readonly string[], folder: string): Promise<Measured> {
  const usageFile = join(folder, "usage.json");
  // A program that is killed leaves none.
  writeFileSync(usageFile, "{}");
  const env = { ...process.env, USAGE_FILE: usageFile, REDOCLY_TELEMETRY: "off", NODE_EXTRA_CA_CERTS: undefined };
  const child = spawn(process.execPath, ["--import", report, ...args], { cwd: folder, env, stdio: "ignore" });
  const status = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  const usage = JSON.parse(readFileSync(usageFile, "utf8")) as Partial<NodeJS.ResourceUsage>;
  const { userCPUTime = Number.NaN, systemCPUTime = 0, maxRSS = Number.NaN } = usage;
  return { status, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}
