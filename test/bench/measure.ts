import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What one process took. */
export interface Measured {
  readonly status: number | null;
  /** Wall time. */
  readonly seconds: number;
  /** The most memory that it held at a time. */
  readonly megabytes: number;
}

// Loaded before the program: at its end it writes down what it took.
const report = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs";' +
    'process.on("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));',
)}`;

/** Runs a Node program and measures it. `folder`: one for temporary files, and where it runs. */
export async function measure(args: readonly string[], folder: string): Promise<Measured> {
  const peakFile = join(folder, "peak.txt");
  const env = { ...process.env, PEAK_FILE: peakFile, REDOCLY_TELEMETRY: "off", NODE_EXTRA_CA_CERTS: undefined };
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", report, ...args], { cwd: folder, env, stdio: "ignore" });
  const status = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  const seconds = (performance.now() - begun) / 1000;
  return { status, seconds, megabytes: Number(readFileSync(peakFile, "utf8")) / 1024 };
}
