import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What one process took, with the Node programs that it started itself. */
export interface Measured {
  readonly status: number | null;
  /** Time of the processor, in all threads: another program beside it makes no difference. */
  readonly seconds: number;
  /** The most memory that one of its processes held at a time. */
  readonly megabytes: number;
  /** The end of what it wrote to stderr. */
  readonly said: string;
}

interface Usage {
  readonly pid: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const report = fileURLToPath(new URL("usage.cjs", import.meta.url));
let started = 0;

/**
 * Runs a Node program and measures it. `folder`: where it runs, and where it may leave a file. `limit`: seconds after which
 * it is ended; what it took is then not known.
 */
export async function measure(args: readonly string[], folder: string, limit?: number): Promise<Measured> {
  started += 1;
  const usageFile = join(folder, `usage-${process.pid}-${started}.jsonl`);
  // A program that is killed leaves none.
  writeFileSync(usageFile, "");
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${JSON.stringify(report)}`,
    USAGE_FILE: usageFile,
    REDOCLY_TELEMETRY: "off",
    DO_NOT_TRACK: "1",
    NODE_EXTRA_CA_CERTS: undefined,
  };
  // In a group of its own: what it started ends with it.
  const detached = limit !== undefined;
  const child = spawn(process.execPath, args, { cwd: folder, env, detached, stdio: ["ignore", "ignore", "pipe"] });
  const timer = detached ? setTimeout(() => process.kill(-child.pid!, "SIGKILL"), limit * 1000) : undefined;
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-2000);
  });
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once("close", resolve).once("error", reject),
  );
  clearTimeout(timer);
  const used = readFileSync(usageFile, "utf8").split("\n").filter(Boolean);
  rmSync(usageFile);
  const usages = used.map((line) => JSON.parse(line) as Usage);
  if (!usages.some(({ pid }) => pid === child.pid)) return { status, said, seconds: Number.NaN, megabytes: Number.NaN };
  const seconds = usages.reduce((sum, each) => sum + each.seconds, 0);
  return { status, said, seconds, megabytes: Math.max(...usages.map((each) => each.megabytes)) };
}
