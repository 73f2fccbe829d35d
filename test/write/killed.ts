import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shopDocument } from "../cli/shop.js";
import { type CliResult, startCli } from "../support/cli.js";
import { remains, stateOf } from "./outputs.js";

const preload = [import.meta.resolve("tsx"), new URL("kill-at.ts", import.meta.url).href];
const generate = ["generate", "openapi.yaml", "--emit", "codes,json", "-o", "out"];

/** The document of the shop as it is, and as it is later. */
export const oldDocument = readFileSync(shopDocument, "utf8");
export const newDocument = oldDocument.replaceAll("order_not_found", "no_such_order");

/** A run of the command line that is killed at a call to the file system; with 0 it is not. */
export function runUntil(folder: string, at: number): Promise<CliResult> {
  const NODE_OPTIONS = preload.map((module) => `--import=${module}`).join(" ");
  return startCli(generate, { cwd: folder, env: { NODE_OPTIONS, KILL_AT: String(at), KILL_IN: join(folder, "out") } });
}

export function run(folder: string, ...more: readonly string[]): Promise<CliResult> {
  return startCli([...generate, ...more], { cwd: folder });
}

/** A folder with the output of the old document, and the new document; and what its output has to become. */
export async function beforeKill(folder: string): Promise<{ old: State; made: State; calls: number }> {
  writeFileSync(join(folder, "openapi.yaml"), oldDocument);
  await run(folder);
  const old = stateOf(join(folder, "out"));
  cpSync(folder, `${folder}-new`, { recursive: true });
  for (const place of [folder, `${folder}-new`]) writeFileSync(join(place, "openapi.yaml"), newDocument);
  const { stderr } = await runUntil(`${folder}-new`, 0);
  const made = stateOf(join(`${folder}-new`, "out"));
  rmSync(`${folder}-new`, { recursive: true });
  return { old, made, calls: Number(/^calls: (\d+)$/m.exec(stderr)?.[1]) };
}

type State = Readonly<Record<string, string>>;

/** A run in a copy of the folder, killed at a call; and what a check finds afterwards. */
export async function stateAfterKill(folder: string, at: number): Promise<{ state: State; left: string[] }> {
  const copy = `${folder}-${at}`;
  cpSync(folder, copy, { recursive: true });
  await runUntil(copy, at);
  await run(copy, "--check");
  const out = join(copy, "out");
  const found = existsSync(out) ? { state: stateOf(out), left: remains(out) } : { state: {}, left: [] };
  rmSync(copy, { recursive: true });
  return found;
}

/** Ten runs at once over one output, by turns of two documents; and what a check finds afterwards. */
export async function stateAfterRace(folder: string): Promise<{ state: State; left: string[]; failed: CliResult[] }> {
  for (const [name, text] of [
    ["old", oldDocument],
    ["new", newDocument],
  ] as const)
    writeFileSync(join(folder, `${name}.yaml`), text);
  const runs = Array.from({ length: 10 }, (_, index) =>
    startCli(["generate", `${index % 2 === 0 ? "old" : "new"}.yaml`, ...generate.slice(2)], { cwd: folder }),
  );
  const failed = (await Promise.all(runs)).filter(({ status }) => status !== 0);
  return { state: stateOf(join(folder, "out")), left: remains(join(folder, "out")), failed };
}
